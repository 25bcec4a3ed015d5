import { z } from 'zod';

import { indexBy, unique } from '../core/collections';
import type { Branch, GraphQuery } from './graphQuery';
import type { OdooClient } from './OdooClient';
import { answerIn } from './unexpectedAnswer';

type Row = { readonly [field: string]: unknown };

const rowsOf = z.array(z.record(z.unknown()));

/** What a graph gives since Odoo 17, by a plain read and one more for each relation. */
export const readInSteps = async (
	client: OdooClient,
	{ model, fields }: Branch,
	query: GraphQuery,
): Promise<readonly Row[]> => {
	const call = { ...query, args: { ...query.args, fields: Object.keys(fields) } };
	const answer = await client.call(model, 'search_read', call);
	let rows: readonly Row[] = answerIn(`${model}.search_read`, rowsOf, answer);
	for (const [field, branch] of Object.entries(fields))
		rows =
			branch === null ? withId(rows, field) : await withRelated(client, rows, { field, branch });
	return rows;
};

const isOne = (value: unknown): boolean => Array.isArray(value) && typeof value[1] === 'string';

const idsIn = (value: unknown): number[] =>
	Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : [];

/** A plain relation comes as `[id, name]` here and as its id from a graph. */
const withId = (rows: readonly Row[], field: string): Row[] =>
	rows.map((row) => (isOne(row[field]) ? { ...row, [field]: idsIn(row[field])[0] } : row));

const withRelated = async (
	client: OdooClient,
	rows: readonly Row[],
	{ field, branch }: { readonly field: string; readonly branch: Branch },
): Promise<Row[]> => {
	const ids = unique(rows.flatMap((row) => idsIn(row[field])));
	const query = { args: { domain: [['id', 'in', ids]] }, context: { active_test: false } };
	const found = ids.length === 0 ? [] : await readInSteps(client, branch, query);
	const byId = indexBy(found, ({ id }) => id);
	return rows.map((row) => {
		const value = row[field];
		const related = idsIn(value).flatMap((id) => byId.get(id) ?? []);
		const many = value === false ? false : related;
		return { ...row, [field]: isOne(value) ? (related[0] ?? false) : many };
	});
};
