import { z } from 'zod';

import type { OdooDomain } from './domain';
import { domainIn } from './fieldNames';
import { readInSteps } from './graphInSteps';
import { graphIn, withTodaysNames } from './graphNames';
import type { Branch, Graph, GraphQuery } from './graphQuery';
import type { OdooClient, SearchOptions } from './OdooClient';
import type { Json } from './OdooTransport';
import { answerIn } from './unexpectedAnswer';

/** The first version that reads a record with everything that hangs on it in one call. */
export const FIRST_WITH_GRAPHS = 17;

interface GraphType<T extends z.ZodTypeAny> extends Branch {
	/** Of one record, by today's field names. */
	readonly schema: T;
}

interface GraphSearch extends SearchOptions {
	readonly domain: OdooDomain;
}

/**
 * Records with what they refer to. One call from Odoo 17 on; before that one more for each relation.
 * A many2one with fields comes as an object or `false`, x2many with fields as a list of objects.
 * @throws OdooError when the answer does not fit the schema
 */
export const searchGraph = async <T extends z.ZodTypeAny>(
	client: OdooClient,
	{ model, fields, schema }: GraphType<T>,
	{ domain, context, ...paging }: GraphSearch,
): Promise<z.output<T>[]> => {
	const { version } = await client.session();
	const query = {
		args: { domain: domainIn(version, model, domain), ...paging },
		...(context ? { context } : {}),
	};
	const read = version >= FIRST_WITH_GRAPHS ? readAtOnce : readInSteps;
	const branch = { model, fields };
	const answer = await read(client, graphIn(version, branch), query);
	return answerIn(`${model}.read`, z.array<T>(schema), withTodaysNames(version, branch, answer));
};

const readAtOnce = async (
	client: OdooClient,
	{ model, fields }: Branch,
	{ args, context }: GraphQuery,
): Promise<unknown> => {
	const answer = await client.call(model, 'web_search_read', {
		args: { ...args, specification: toSpecification(fields) },
		...(context ? { context } : {}),
	});
	return answerIn(`${model}.web_search_read`, z.object({ records: z.unknown() }), answer).records;
};

const toSpecification = (graph: Graph): { readonly [field: string]: Json } =>
	Object.fromEntries(
		Object.entries(graph).map(([field, branch]): [string, Json] => [
			field,
			branch === null ? {} : { fields: toSpecification(branch.fields) },
		]),
	);
