import type { Json } from './OdooTransport';

type OdooOperator =
	| '='
	| '!='
	| '<'
	| '<='
	| '>'
	| '>='
	| 'in'
	| 'not in'
	| 'like'
	| 'ilike'
	| '=like'
	| '=ilike'
	| 'child_of'
	| 'parent_of'
	| 'any';

export type OdooLeaf = readonly [field: string, operator: OdooOperator, value: Json];

/** Odoo's search filter: leaves joined by "and", with the prefix operators `&`, `|` and `!`. */
export type OdooDomain = readonly (OdooLeaf | '&' | '|' | '!')[];

/** One domain that matches what any of the given ones matches. No domain at all matches nothing. */
export const anyOf = (domains: readonly OdooDomain[]): OdooDomain =>
	domains.length === 0
		? [['id', '=', 0]]
		: [...Array<'|'>(domains.length - 1).fill('|'), ...domains.flatMap(asOneTerm)];

const asOneTerm = (domain: OdooDomain): OdooDomain => {
	const leaves = domain.filter((part) => part !== '!' && part !== '&' && part !== '|').length;
	const joins = domain.filter((part) => part === '&' || part === '|').length;
	return [...Array<'&'>(Math.max(leaves - joins - 1, 0)).fill('&'), ...domain];
};

/** Text for a pattern of `=like`, in which it stands for itself. */
export const escapeLike = (text: string): string => text.replace(/[_%\\]/g, '\\$&');
