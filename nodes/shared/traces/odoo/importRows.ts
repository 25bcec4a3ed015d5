import { groupBy, indexBy } from '../../core/collections';
import { Bisection, chunksOf, mergeResults, type BatchResult } from '../../odoo/batches';
import type { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import type { OdooContext } from '../../odoo/OdooTransport';
import { load, type Import } from './load';

/** External ids of everything this package creates: `n8n_o2c.<key>`. */
export const EXTERNAL_ID_MODULE = 'n8n_o2c';

/** Columns are those of Odoo's import: `field` with a plain value, `field/.id` by database id, `field/id` by external id. */
export interface ImportRow {
	readonly key: string;
	/** Empty text leaves a field empty. */
	readonly columns: { readonly [column: string]: string };
}

interface Creation {
	readonly model: string;
	readonly rows: readonly ImportRow[];
	/** Added to the client's own. */
	readonly context?: OdooContext;
}

export interface EnsuredRecords {
	/** Record id by key, whether this call or an earlier one made it. */
	readonly ids: ReadonlyMap<string, number>;
	readonly failed: ReadonlyMap<string, OdooError>;
}

/**
 * Asks Odoo for one record for each external id, by `load()`: a unique index decides, so two processes at once, a repeat,
 * or a repeat after a lost answer make one record. Whose record it is, the answer does not say.
 */
export const importRows = async (
	client: OdooClient,
	{ model, rows, context = {} }: Creation,
): Promise<EnsuredRecords> => {
	const once = indexBy(rows, ({ key }) => key).values();
	const sameColumns = groupBy(once, ({ columns }) => Object.keys(columns).join()).values();
	const parts: BatchResult<readonly number[], ImportRow>[] = [];
	for (const group of sameColumns)
		for (const chunk of chunksOf(group, client.batchSize))
			parts.push(
				await new Bisection(
					async (some: readonly ImportRow[]) => await load(client, toImport(model, some, context)),
				).run(chunk),
			);
	const { results, done, failed } = mergeResults(parts);
	const ids = results.flat();
	return {
		ids: new Map(done.map(({ key }, index) => [key, ids[index] ?? 0])),
		failed: new Map([...failed].map(([{ key }, error]) => [key, error])),
	};
};

/** @param rows all of the same columns */
const toImport = (model: string, rows: readonly ImportRow[], context: OdooContext): Import => {
	const columns = Object.keys(rows[0]?.columns ?? {});
	return {
		model,
		columns,
		rows: rows.map((row) => [
			`${EXTERNAL_ID_MODULE}.${row.key}`,
			...columns.map((column) => row.columns[column] ?? ''),
		]),
		context,
	};
};
