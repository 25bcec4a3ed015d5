import type { Json } from '../../../../../nodes/shared/odoo/OdooTransport';
import { fieldIn } from '../facts';
import { isList } from '../json';

/** Values by field; the names of all versions stand side by side. */
export type Row = { [field: string]: Json };
export type Tables = Map<string, Map<number, Row>>;

interface Record {
	readonly model: string;
	readonly id: number;
}

const EMPTY: { readonly [kind: string]: Json } = {
	one2many: [],
	many2many: [],
	integer: 0,
	float: 0,
	monetary: 0,
};

/** What Odoo answers for a field, empty in the way of its kind. */
export const valueOf = (version: number, tables: Tables, of: Record, field: string): Json => {
	if (field === 'id') return of.id;
	const row = tables.get(of.model)?.get(of.id) ?? {};
	if (field === 'display_name') return row.display_name ?? row.name ?? `${of.model} ${of.id}`;
	return row[field] ?? EMPTY[fieldIn(version, of.model, field)?.kind ?? ''] ?? false;
};

/** All values at the end of a path, as Odoo follows relations of many. */
const valuesAt = (version: number, tables: Tables, of: Record, path: string): Json[] => {
	const [first = '', ...rest] = path.split('.');
	const value = valueOf(version, tables, of, first);
	const found = isList(value) ? [...value] : [value];
	const model = fieldIn(version, of.model, first)?.model;
	if (rest.length === 0) return found;
	return found.flatMap((id) =>
		typeof id === 'number' && model ? valuesAt(version, tables, { model, id }, rest.join('.')) : [],
	);
};

const isOneOf = (values: readonly Json[], wanted: readonly Json[]): boolean =>
	wanted.some((one) => (one === false ? values.every((value) => !value) : values.includes(one)));

/** `%` for anything, `_` for one character, a backslash before a character that means itself. */
const asPattern = (like: string): RegExp => {
	const asPart = (match: string, itself?: string) =>
		itself !== undefined
			? `\\${itself}`
			: match === '%'
				? '.*'
				: match === '_'
					? '.'
					: `\\${match}`;
	return new RegExp(`^${like.replace(/\\(\W|_)|[%_.*+?^${}()|[\]\\]/g, asPart)}$`, 's');
};

const compares = (values: readonly Json[], operator: string, wanted: Json): boolean => {
	const list = isList(wanted) ? wanted : [wanted];
	const pairs = values.map((value) => [value, wanted] as const);
	switch (operator) {
		case '=':
		case 'in':
		case 'child_of':
			return isOneOf(values, list);
		case '!=':
		case 'not in':
			return !isOneOf(values, list);
		case '=like':
			return values.some((value) => asPattern(String(wanted)).test(String(value)));
		case '>':
			return pairs.some(([one, other]) => one !== false && String(one) > String(other));
		case '>=':
			return pairs.some(([one, other]) => one !== false && String(one) >= String(other));
		case '<':
			return pairs.some(([one, other]) => one !== false && String(one) < String(other));
		case '<=':
			return pairs.some(([one, other]) => one !== false && String(one) <= String(other));
		default:
			return true;
	}
};

/** Whether a record is in a domain; terms in prefix order, joined by "and". */
export const matches = (
	version: number,
	tables: Tables,
	of: Record,
	domain: readonly Json[],
): boolean => {
	const rest = [...domain];
	const term = (): boolean => {
		const part = rest.shift();
		if (part === '!') return !term();
		if (part === '&' || part === '|') {
			const [left, right] = [term(), term()];
			return part === '&' ? left && right : left || right;
		}
		if (!isList(part)) return true;
		const [path, operator, wanted = null] = part;
		return compares(valuesAt(version, tables, of, String(path)), String(operator), wanted);
	};
	const results: boolean[] = [];
	while (rest.length > 0) results.push(term());
	return results.every(Boolean);
};
