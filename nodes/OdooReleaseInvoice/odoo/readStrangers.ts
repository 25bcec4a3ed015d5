import { groupBy } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMoveLine } from '../../shared/odoo/records/accountMove';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import type { InvoiceRecord } from './invoiceRecords';

/** What else is on the same drafts: other orders, and lines without an order. */
interface Strangers {
	readonly orderIds: readonly number[];
	readonly extraLines: number;
}

export const NO_STRANGERS: Strangers = { orderIds: [], extraLines: 0 };

/** Only a draft with lines we have not seen can have them. @param seen lines of our own orders */
export const readStrangers = async (
	client: OdooClient,
	records: readonly InvoiceRecord[],
	seen: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Strangers>> => {
	const unseen = records.flatMap(({ state, invoice_line_ids: all }) =>
		state === 'draft' ? all.filter((lineId) => !seen.has(lineId)) : [],
	);
	const lines = await client.read(
		accountMoveLine,
		['id', 'move_id', 'display_type', 'sale_line_ids'],
		unseen,
	);
	const orderLines = await client.read(
		saleOrderLine,
		['id', 'order_id'],
		lines.flatMap(({ sale_line_ids: ids }) => ids),
	);
	const orderOf = new Map(orderLines.map(({ id, order_id: order }) => [id, order?.id]));
	const linesOfDraft = groupBy(lines, ({ move_id: draft }) => draft?.id ?? 0);
	return new Map(
		[...linesOfDraft].map(([draftId, own]) => [
			draftId,
			{
				orderIds: own.flatMap(({ sale_line_ids: ids }) =>
					ids.flatMap((id) => orderOf.get(id) ?? []),
				),
				extraLines: own.filter(
					({ display_type: type, sale_line_ids: ids }) =>
						ids.length === 0 && (type ?? 'product') === 'product',
				).length,
			},
		]),
	);
};
