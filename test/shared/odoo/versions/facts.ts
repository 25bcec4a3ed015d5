import fields from './fields.json';
import methods from './methods.json';

/** What each version of Odoo has, by the names it has there. The README says where it comes from. */

export const VERSIONS = [14, 15, 16, 17, 18, 19] as const;

export interface FieldFact {
	/** As `many2one`. */
	readonly kind: string;
	/** The model of a relation. */
	readonly model?: string;
	/** What a selection may be, where Odoo's source lists it. */
	readonly values?: readonly string[];
}

export interface MethodFact {
	/** Called on ids, which come before every other argument. */
	readonly onRecords: boolean;
	readonly parameters: readonly { readonly name: string; readonly optional: boolean }[];
	readonly takesAnything: boolean;
}

type Table = { readonly [model: string]: { readonly [name: string]: string } };

const fieldTable: Table = fields;
const methodTable: Table = methods;

/** The part of `fact 14-16; fact 17-19` that holds in that version. */
const partFor = (version: number, line: string | undefined): string | undefined =>
	line?.split('; ').flatMap((part) => {
		const [, fact = '', from, until = from] = /^(.*) (\d+)(?:-(\d+))?$/.exec(part) ?? [];
		return Number(from) <= version && version <= Number(until) ? [fact] : [];
	})[0];

export const hasModel = (version: number, model: string): boolean =>
	partFor(version, fieldTable[model]?.id) !== undefined;

export const isKnownModel = (model: string): boolean => Object.hasOwn(fieldTable, model);

/** The field in that version, or null when it has none. */
export const fieldIn = (version: number, model: string, field: string): FieldFact | null => {
	const fact = partFor(version, fieldTable[model]?.[field]);
	const [, kind = '', of, values] = /^(\w+)(?::([\w.?]+))?(?:=(.*))?$/.exec(fact ?? '') ?? [];
	if (fact === undefined) return null;
	return { kind, ...(of ? { model: of } : {}), ...(values ? { values: values.split('|') } : {}) };
};

/** The method in that version, or null when the model has none. */
export const methodIn = (version: number, model: string, method: string): MethodFact | null => {
	const own = methodTable[model]?.[method];
	const fact = partFor(version, own ?? methodTable['*']?.[method]);
	const [, kind, list = ''] = /^(model|records)\((.*)\)$/.exec(fact ?? '') ?? [];
	if (kind === undefined) return null;
	const names = list.split(', ').filter((name) => name !== '');
	return {
		onRecords: kind === 'records',
		parameters: names
			.filter((name) => !name.startsWith('*'))
			.map((name) => ({ name: name.replace('?', ''), optional: name.endsWith('?') })),
		takesAnything: names.includes('**'),
	};
};
