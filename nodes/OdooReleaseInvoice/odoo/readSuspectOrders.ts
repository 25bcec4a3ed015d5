import { unique } from '../../shared/core/collections';
import type { OdooDomain } from '../../shared/odoo/domain';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMoveLine } from '../../shared/odoo/records/accountMove';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import type { InvoicingOrder } from '../core/facts';
import { NO_NEEDS } from '../core/needs';
import { isSuspect } from '../core/reconcile';
import { readInvoicingOrders } from './readInvoicingOrders';

interface Suspects {
	/** Order lines that were looked at. */
	readonly looked: number;
	readonly orders: readonly InvoicingOrder[];
}

const PAGE = 2000;

const LINE_FIELDS = ['id', 'order_id', 'product_uom_qty', 'qty_delivered', 'qty_invoiced'] as const;

/**
 * The orders that changed since and whose figures do not agree, or that are on a draft. One call for each 2,000 order
 * lines, one for the drafts, and the reading of those orders.
 * @param since Odoo's naive UTC time
 */
export const readSuspectOrders = async (client: OdooClient, since: string): Promise<Suspects> => {
	const { version } = await client.session();
	const [lines, drafts] = await Promise.all([
		readGoodsLines(client, [
			['order_id.write_date', '>=', since],
			['order_id.state', 'in', [...confirmedStates(version), 'cancel']],
		]),
		readDraftedOrderLines(client, since),
	]);
	const suspects = lines.filter((line) =>
		isSuspect({
			ordered: line.product_uom_qty,
			delivered: line.qty_delivered,
			invoiced: line.qty_invoiced,
		}),
	);
	const drafted = await client.read(saleOrderLine, ['id', 'order_id'], drafts);
	const orderIds = unique(
		[...suspects, ...drafted].flatMap(({ order_id: order }) => order?.id ?? []),
	);
	const orders = await readInvoicingOrders(client, orderIds, {
		needs: NO_NEEDS,
		supplied: new Map(),
	});
	return { looked: lines.length, orders };
};

const readGoodsLines = async (client: OdooClient, changed: OdooDomain) => {
	const ofGoods: OdooDomain = [...changed, ['qty_delivered_method', '=', 'stock_move']];
	const page = async (after: number): Promise<Awaited<ReturnType<typeof search>>> => {
		const found = await search(after);
		const last = found.at(-1);
		return found.length === PAGE && last ? [...found, ...(await page(last.id))] : found;
	};
	const search = async (after: number) =>
		await client.search(saleOrderLine, LINE_FIELDS, [...ofGoods, ['id', '>', after]], {
			order: 'id',
			limit: PAGE,
		});
	return await page(0);
};

/** Order lines on drafts that were created since. */
const readDraftedOrderLines = async (client: OdooClient, since: string): Promise<number[]> => {
	const found = await client.search(
		accountMoveLine,
		['id', 'sale_line_ids'],
		[
			['parent_state', '=', 'draft'],
			['sale_line_ids', '!=', false],
			['move_id.create_date', '>=', since],
		],
	);
	return unique(found.flatMap(({ sale_line_ids: ids }) => ids));
};
