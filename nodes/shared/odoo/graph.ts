import { z } from 'zod';

import type { OdooDomain } from './domain';
import { OdooError } from './errors';
import { domainIn } from './fieldNames';
import type { OdooClient, SearchOptions } from './OdooClient';
import type { Json } from './OdooTransport';

/** Fields to read; a relation with a graph of its own is read along, one without as id or ids. */
export interface Graph {
	readonly [field: string]: null | { readonly model: string; readonly fields: Graph };
}

const FIRST_WITH_GRAPHS = 17;

type Row = { readonly [field: string]: unknown };

const rowsOf = z.array(z.record(z.unknown()));

type Specification = { [field: string]: Json };

const toSpecification = (graph: Graph): Specification =>
	Object.fromEntries(
		Object.entries(graph).map(([field, nested]): [string, Json] => [
			field,
			nested === null ? {} : { fields: toSpecification(nested.fields) },
		]),
	);

/**
 * Records with what they refer to. One call from Odoo 17 on; before that one more for each relation.
 * A many2one with fields comes as an object or `false`, x2many with fields as a list of objects.
 * @throws OdooError when the answer does not fit the schema
 */
export const searchGraph = async <T extends z.ZodTypeAny>(
	client: OdooClient,
	model: string,
	graph: Graph,
	schema: T,
	domain: OdooDomain,
	options: SearchOptions = {},
): Promise<z.output<T>[]> => {
	const { version } = await client.session();
	const { context, ...paging } = options;
	const wanted = { domain: domainIn(version, model, domain), ...paging };
	const read = version >= FIRST_WITH_GRAPHS ? readAtOnce : readInSteps;
	const rows = await read(client, model, graph, { args: wanted, ...(context ? { context } : {}) });
	const parsed = z.array(schema).safeParse(rows);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new OdooError({
		kind: 'server',
		call: `${model}.read`,
		reason: `unexpected answer at ${issue?.path.join('.') ?? 'the top'}: ${issue?.message ?? 'not a list of records'}`,
		advice: 'A module of this Odoo may have changed the field. Report it with the Odoo version.',
	});
};

type Wanted = {
	readonly args: { readonly [name: string]: Json };
	readonly context?: { readonly [name: string]: Json };
};

const readAtOnce = async (
	client: OdooClient,
	model: string,
	graph: Graph,
	{ args, context }: Wanted,
): Promise<unknown> => {
	const answer = await client.call(model, 'web_search_read', {
		args: { ...args, specification: toSpecification(graph) },
		...(context ? { context } : {}),
	});
	return z.object({ records: z.unknown() }).parse(answer).records;
};

const readInSteps = async (
	client: OdooClient,
	model: string,
	graph: Graph,
	{ args, context }: Wanted,
): Promise<unknown> => {
	const fields = Object.keys(graph);
	const rows: Row[] = rowsOf.parse(
		await client.call(model, 'search_read', {
			args: { ...args, fields },
			...(context ? { context } : {}),
		}),
	);
	return await fields.reduce<Promise<Row[]>>(
		async (soFar, field) => await withRelation(client, await soFar, field, graph[field] ?? null),
		Promise.resolve(rows),
	);
};

const idsIn = (value: unknown): number[] =>
	Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : [];

const withRelation = async (
	client: OdooClient,
	rows: readonly Row[],
	field: string,
	nested: Graph[string],
): Promise<Row[]> => {
	const isOne = (value: unknown) => Array.isArray(value) && typeof value[1] === 'string';
	// A plain relation comes as `[id, name]` here and as its id from a graph.
	if (nested === null)
		return rows.map((row) => (isOne(row[field]) ? { ...row, [field]: idsIn(row[field])[0] } : row));
	const ids = [...new Set(rows.flatMap((row) => idsIn(row[field])))];
	const found = rowsOf.parse(
		ids.length === 0
			? []
			: await readInSteps(client, nested.model, nested.fields, {
					args: { domain: [['id', 'in', ids]] },
					context: { active_test: false },
				}),
	);
	const byId = new Map(found.map((row) => [row.id, row]));
	return rows.map((row) => {
		const related = idsIn(row[field]).flatMap((id) => byId.get(id) ?? []);
		return {
			...row,
			[field]: isOne(row[field]) ? (related[0] ?? false) : row[field] === false ? false : related,
		};
	});
};
