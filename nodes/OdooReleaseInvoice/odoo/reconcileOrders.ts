import type { InvoicingOrder } from '../core/facts';
import { isSuspect, reconcileOrder } from '../core/reconcile';
import type { ReconciliationPolicy } from '../core/reconciliation';
import type { Reason } from '../core/reason';
import type { OdooDomain } from '../../shared/odoo/domain';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMoveLine } from '../../shared/odoo/records/accountMove';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import { readInvoicingOrders, type InvoicingNeeds } from './readInvoicing';

export interface Mismatch {
	readonly order: InvoicingOrder;
	readonly reasons: readonly Reason[];
}

export interface Reconciliation {
	/** Order lines that were compared. */
	readonly looked: number;
	readonly mismatches: readonly Mismatch[];
}

const NEEDS: InvoicingNeeds = {
	customerTags: false,
	credit: false,
	vat: false,
	companyCountry: false,
	attachments: false,
	carrierStatusField: null,
	priceList: false,
};

const PAGE = 2000;

const LINE_FIELDS = ['id', 'order_id', 'product_uom_qty', 'qty_delivered', 'qty_invoiced'] as const;

/**
 * Compares what was shipped with what was billed, on the orders that changed since. Changes nothing. One call for each
 * 2,000 order lines, one for the drafts, and the reading of the orders that do not agree.
 * @param since Odoo's naive UTC time
 */
export const reconcileOrders = async (
	client: OdooClient,
	policy: ReconciliationPolicy,
	since: string,
): Promise<Reconciliation> => {
	const { version } = await client.session();
	const states = [...confirmedStates(version), 'cancel'];
	const changed: OdooDomain = [
		['order_id.write_date', '>=', since],
		['order_id.state', 'in', states],
	];
	const [lines, drafts] = await Promise.all([
		readLines(client, changed),
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
	const orderIds = new Set(
		[...suspects, ...drafted].flatMap(({ order_id: order }) => order?.id ?? []),
	);
	const orders = await readInvoicingOrders(client, [...orderIds], NEEDS, new Map());
	const compared = orders.map((order) => ({ order, reasons: reconcileOrder(order, policy) }));
	return { looked: lines.length, mismatches: compared.filter(({ reasons }) => reasons.length > 0) };
};

const readLines = async (client: OdooClient, changed: OdooDomain) => {
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

/** Order lines on drafts, however old. */
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
	return [...new Set(found.flatMap(({ sale_line_ids: ids }) => ids))];
};
