import { fieldNameIn } from './fieldNames';
import type { Branch } from './graphQuery';

type Row = { readonly [field: string]: unknown };

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A graph of today's names for an older Odoo; what it does not have is left out. */
export const graphIn = (version: number, { model, fields }: Branch): Branch => ({
	model,
	fields: Object.fromEntries(
		Object.entries(fields).flatMap(([field, branch]) => {
			const name = fieldNameIn(version, model, field);
			return name === null ? [] : [[name, branch && graphIn(version, branch)]];
		}),
	),
});

/** What an older Odoo answered, by today's names. */
export const withTodaysNames = (version: number, branch: Branch, answer: unknown): unknown => {
	if (Array.isArray(answer)) return answer.map((one) => withTodaysNames(version, branch, one));
	if (!isRow(answer)) return answer;
	const renamed = Object.entries(branch.fields).flatMap(([field, below]): [string, unknown][] => {
		const value = answer[fieldNameIn(version, branch.model, field) ?? ''];
		if (value === undefined) return [];
		return [[field, below === null ? value : withTodaysNames(version, below, value)]];
	});
	return { ...('id' in answer ? { id: answer.id } : {}), ...Object.fromEntries(renamed) };
};
