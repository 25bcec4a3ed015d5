import { compare, exact, largest, roundTo, subtract } from '../../shared/core/exact';
import { mergeResults, type BatchResult } from '../../shared/odoo/batches';
import type { OdooError } from '../../shared/odoo/errors';
import { ensureNotes, escapeHtml, type Note } from '../../shared/traces/odoo/notes';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Json } from '../../shared/odoo/OdooTransport';
import type { RecordOf } from '../../shared/odoo/records/record';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import type { AllocatedLine, Allocation, ProposedSubstitute } from '../core/allocation';
import { canRaise } from './writeQuantities';

const FIELDS = [
	'id',
	'order_id',
	'product_id',
	'product_uom_id',
	'product_uom_qty',
	'qty_delivered',
	'qty_invoiced',
	'price_unit',
	'discount',
] as const;

type SaleLine = RecordOf<typeof saleOrderLine, (typeof FIELDS)[number]>;

interface Replacement {
	readonly orderId: number;
	readonly line: AllocatedLine & { readonly substitute: ProposedSubstitute };
	readonly sold: SaleLine;
	/** What the short line still asks for. */
	readonly left: number;
}

export interface Replaced {
	readonly orderIds: readonly number[];
	readonly failed: ReadonlyMap<number, OdooError>;
}

/** A component of a kit is not what was sold, and a line in another unit cannot be split exactly. */
const replacementOf = (line: AllocatedLine, sold: SaleLine | undefined): Replacement | null => {
	const { substitute } = line;
	if (!sold || !substitute || sold.product_id?.id !== line.product.id) return null;
	if (line.unit !== substitute.unit || sold.product_uom_id?.name !== line.unit) return null;
	const left = subtract(exact(sold.product_uom_qty), exact(substitute.quantity));
	const settled = largest(exact(sold.qty_delivered), exact(sold.qty_invoiced));
	if (compare(left, settled) < 0) return null;
	return {
		orderId: sold.order_id?.id ?? 0,
		line: { ...line, substitute },
		sold,
		left: roundTo(left, 6),
	};
};

/** Less of the short article and a line for its substitute, at the price the customer was promised. */
const toCommands = ({ line: { substitute }, sold, left }: Replacement): Json[] => [
	[1, sold.id, { product_uom_qty: left }],
	[
		0,
		0,
		{
			product_id: substitute.product.id,
			product_uom_id: sold.product_uom_id?.id ?? null,
			product_uom_qty: substitute.quantity,
			price_unit: sold.price_unit,
			discount: sold.discount,
		},
	],
];

const toNote = ({ orderId, line, sold }: Replacement): Note => ({
	key: `substitute-${sold.id}-${line.substitute.product.id}-${String(sold.product_uom_qty).replace('.', '_')}`,
	model: 'sale.order',
	recordId: orderId,
	html: `<p><strong>Replaced</strong>: ${line.substitute.quantity} ${escapeHtml(line.unit)} of ${escapeHtml(line.product.name)} were short; the order now has ${escapeHtml(line.substitute.product.name)} instead, at the same price.</p>`,
});

/**
 * Replaces what is short by the substitutes found for it, each order in one write: after a lost answer either both lines
 * have changed or none has, and the next run sees which.
 * @returns the orders that now ask for other goods, and what Odoo refused
 */
export const replaceShort = async (
	client: OdooClient,
	allocations: readonly Allocation[],
): Promise<Replaced> => {
	const lines = allocations.flatMap((allocation) =>
		allocation.lines.filter(({ lineId, substitute }) => lineId !== null && substitute),
	);
	const ids = lines.flatMap(({ lineId }) => lineId ?? []);
	const sold = new Map((await client.read(saleOrderLine, FIELDS, ids)).map((row) => [row.id, row]));
	const replacements = lines.flatMap(
		(line) => replacementOf(line, sold.get(line.lineId ?? 0)) ?? [],
	);
	const byOrder = new Map<number, Replacement[]>();
	for (const one of replacements)
		byOrder.set(one.orderId, [...(byOrder.get(one.orderId) ?? []), one]);
	const valuesOf = (id: number) => ({ order_line: (byOrder.get(id) ?? []).flatMap(toCommands) });
	const written = (await canRaise(client))
		? await writeTogether(client, [...byOrder.keys()], valuesOf)
		: await writeSingly(client, [...byOrder.keys()], valuesOf);
	const changed = new Set(written.done);
	const noted = replacements.filter(({ orderId }) => changed.has(orderId));
	const { failed: unnoted } = await ensureNotes(client, noted.map(toNote));
	const refused = noted.flatMap((one) => {
		const error = unnoted.get(toNote(one).key);
		return error ? [[one.orderId, error] as const] : [];
	});
	return { orderIds: written.done, failed: new Map([...written.failed, ...refused]) };
};

type ValuesOf = (orderId: number) => { readonly order_line: readonly Json[] };

/** One transaction for all: what Odoo refuses has changed nothing, and halving it repeats nothing. */
const writeTogether = async (
	client: OdooClient,
	orderIds: readonly number[],
	valuesOf: ValuesOf,
): Promise<BatchResult<unknown>> =>
	await client.batch(orderIds, async (ids) => {
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
