import { groupBy, indexBy } from '../../shared/core/collections';
import { mergeResults, type BatchResult } from '../../shared/odoo/batches';
import { asOdooError, OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Json } from '../../shared/odoo/OdooTransport';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import { ensureNotes } from '../../shared/traces/odoo/notes';
import { notShown } from '../../shared/traces/odoo/readBack';
import type { Allocation } from '../core/allocation';
import { readReplaced } from './readReplaced';
import { replacementOf, SOLD_FIELDS, toCommands, toNote, type Replacement } from './replacements';
import { canWriteEach } from './versions';

interface Replaced {
	/** The orders that now ask for other goods. */
	readonly orderIds: readonly number[];
	/** What Odoo refused, by order. */
	readonly failed: ReadonlyMap<number, OdooError>;
}

const readReplacements = async (
	client: OdooClient,
	allocations: readonly Allocation[],
): Promise<Replacement[]> => {
	const lines = allocations.flatMap((allocation) =>
		allocation.lines.filter(({ lineId, substitute }) => lineId !== null && substitute),
	);
	const ids = lines.flatMap(({ lineId }) => lineId ?? []);
	const sold = indexBy(await client.read(saleOrderLine, SOLD_FIELDS, ids), ({ id }) => id);
	return lines.flatMap((line) => replacementOf(line, sold.get(line.lineId ?? 0)) ?? []);
};

type ValuesOf = (orderId: number) => { readonly order_line: readonly Json[] };

const CALL = 'sale.order.write';

/** One transaction for all: what Odoo refuses has changed nothing, and halving it repeats nothing. */
const writeTogether = async (
	client: OdooClient,
	orderIds: readonly number[],
	valuesOf: ValuesOf,
): Promise<BatchResult<unknown>> =>
	await client.batch('sale.order', orderIds, async (ids) => {
		const args = { vals_list: ids.map(valuesOf), specification: {} };
		return await client.call('sale.order', 'web_save_multi', { ids, args });
	});

/** Before Odoo 19 a write says the same of all its records, and each order has lines of its own. */
const writeSingly = async (
	client: OdooClient,
	orderIds: readonly number[],
	valuesOf: ValuesOf,
): Promise<BatchResult<unknown>> => {
	const parts: BatchResult<unknown>[] = [];
	for (const id of orderIds) parts.push(await client.write('sale.order', [id], valuesOf(id)));
	return mergeResults(parts);
};

/**
 * Replaces what is short by the substitutes found for it, each order in one write, and reads back which orders show it:
 * after a lost answer either both lines have changed or none has.
 */
export const writeSubstitutes = async (
	client: OdooClient,
	allocations: readonly Allocation[],
): Promise<Replaced> => {
	const replacements = await readReplacements(client, allocations);
	if (replacements.length === 0) return { orderIds: [], failed: new Map() };
	const byOrder = groupBy(replacements, ({ orderId }) => orderId);
	const { version } = await client.session();
	const valuesOf = (id: number) => ({
		order_line: (byOrder.get(id) ?? []).flatMap((one) => toCommands(version, one)),
	});
	const write = (await canWriteEach(client)) ? writeTogether : writeSingly;
	const written = await write(client, [...byOrder.keys()], valuesOf);
	const shown = await readReplaced(client, replacements).catch(asOdooError);
	const changed: ReadonlySet<number> = shown instanceof OdooError ? new Set() : shown;
	const missing = [...byOrder.keys()].flatMap((id): [number, OdooError][] =>
		changed.has(id)
			? []
			: [[id, written.failed.get(id) ?? (shown instanceof OdooError ? shown : notShown(CALL))]],
	);
	const noted = replacements.filter(({ orderId }) => changed.has(orderId));
	const { failed: unnoted } = await ensureNotes(client, noted.map(toNote));
	const refused = noted.flatMap((one): [number, OdooError][] => {
		const error = unnoted.get(toNote(one).key);
		return error ? [[one.orderId, error]] : [];
	});
	return { orderIds: [...changed], failed: new Map([...missing, ...refused]) };
};
