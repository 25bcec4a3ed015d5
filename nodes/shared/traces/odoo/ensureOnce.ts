import { z } from 'zod';

import { chunksOf } from '../../odoo/batches';
import { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import type { OdooContext } from '../../odoo/OdooTransport';
import { withRetry } from '../../odoo/retry';

/** External ids of everything this package creates: `n8n_o2c.<key>`. */
export const EXTERNAL_ID_MODULE = 'n8n_o2c';

/**
 * One record to exist exactly once. Columns are those of Odoo's import: `field` with a plain value, `field/.id` by
 * database id, `field/id` by external id. Empty text leaves a field empty.
 */
export interface OnceRow {
	/**
	 * What makes two runs the same work; letters, digits, `_` and `-`. All models share one name space, so a key begins
	 * with what it is: `case_42_short_stock`.
	 */
	readonly key: string;
	readonly columns: { readonly [column: string]: string };
}

export interface EnsuredRecords {
	/** Record id by key, whether this call or an earlier one made it. */
	readonly ids: ReadonlyMap<string, number>;
	readonly failed: ReadonlyMap<string, OdooError>;
}

const loadAnswer = z.object({
	ids: z.union([z.array(z.number()), z.literal(false)]),
	messages: z
		.array(
			z
				.object({
					type: z.string().optional(),
					message: z.string(),
					rows: z.object({ from: z.number() }).optional(),
				})
				.passthrough(),
		)
		.default([]),
});

const CONCURRENT = /could not serialize|concurrent|deadlock|duplicate key|already exists/i;

const RETRY = { tries: 8, firstDelayMs: 100, longestDelayMs: 2_000 };

/**
 * Creates the records that do not exist yet and leaves the others as they are, by `load()` with external ids: a unique
 * index decides, so two processes at once, a repeat, or a repeat after a lost answer make one record.
 * @param context added to the client's own for this creation
 */
export const ensureOnce = async (
	client: OdooClient,
	model: string,
	rows: readonly OnceRow[],
	context: OdooContext = {},
): Promise<EnsuredRecords> => {
	const groups = [...groupByColumns(uniqueByKey(rows)).values()].flatMap((group) =>
		chunksOf(group, client.batchSize),
	);
	const parts: EnsuredRecords[] = [];
	for (const group of groups) parts.push(await loadOrHalve(client, model, group, context));
	return {
		ids: new Map(parts.flatMap(({ ids }) => [...ids])),
		failed: new Map(parts.flatMap(({ failed }) => [...failed])),
	};
};

const uniqueByKey = (rows: readonly OnceRow[]): OnceRow[] => [
	...new Map(rows.map((row) => [row.key, row])).values(),
];

const groupByColumns = (rows: readonly OnceRow[]): Map<string, OnceRow[]> => {
	const groups = new Map<string, OnceRow[]>();
	for (const row of rows) {
		const columns = Object.keys(row.columns).join();
		groups.set(columns, [...(groups.get(columns) ?? []), row]);
	}
	return groups;
};

const loadOrHalve = async (
	client: OdooClient,
	model: string,
	rows: readonly OnceRow[],
	context: OdooContext,
): Promise<EnsuredRecords> => {
	const outcome = await load(client, model, rows, context).then(
		(ids) => ({ ids }),
		async (error: unknown) =>
			error instanceof OdooError ? { error } : await Promise.reject(error),
	);
	if ('ids' in outcome)
		return {
			ids: new Map(rows.map(({ key }, index) => [key, outcome.ids[index] ?? 0])),
			failed: new Map(),
		};
	if (rows.length === 1 || outcome.error.retryable)
		return { ids: new Map(), failed: new Map(rows.map(({ key }) => [key, outcome.error])) };
	const middle = Math.ceil(rows.length / 2);
	const left = await loadOrHalve(client, model, rows.slice(0, middle), context);
	const right = await loadOrHalve(client, model, rows.slice(middle), context);
	return {
		ids: new Map([...left.ids, ...right.ids]),
		failed: new Map([...left.failed, ...right.failed]),
	};
};

/** The key makes a repeat harmless, so here even an answer that was lost is asked for again. */
const load = async (
	client: OdooClient,
	model: string,
	rows: readonly OnceRow[],
	context: OdooContext,
): Promise<readonly number[]> => {
	const columns = Object.keys(rows[0]?.columns ?? {});
	const data = rows.map((row) => [
		`${EXTERNAL_ID_MODULE}.${row.key}`,
		...columns.map((column) => row.columns[column] ?? ''),
	]);
	const attempt = async () => {
		const answer = loadAnswer.parse(
			await client.call(model, 'load', {
				args: { fields: ['id', ...columns], data },
				context: { ...context, mode: 'update', noupdate: true },
			}),
		);
		if (answer.ids !== false && answer.ids.length === rows.length) return answer.ids;
		const reason =
			answer.messages.map(({ message }) => message).join(' ') ||
			'Odoo created nothing and gave no reason';
		throw new OdooError({
			kind: CONCURRENT.test(reason) ? 'conflict' : 'validation',
			call: `${model}.load`,
			reason,
		});
	};
	return await withRetry(attempt, { repeatable: true, policy: RETRY, host: client.host });
};
