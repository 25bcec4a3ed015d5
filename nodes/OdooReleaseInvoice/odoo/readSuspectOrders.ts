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

interface Times {
	/** Odoo's naive UTC time, like `lateSince`: what happened after it is looked at. */
	readonly since: string;
	/** What was confirmed before it should have been delivered. */
	readonly lateSince: string;
}

/**
 * The orders with figures that do not agree, as far as something happened to them since; and, however old, those that are
 * on a draft, that have a down payment, or of which nothing was delivered. Four searches, one call for each 2,000 order
 * lines, and the reading of those orders.
 */
export const readSuspectOrders = async (
	client: OdooClient,
	{ since, lateSince }: Times,
): Promise<Suspects> => {
	const { version } = await client.session();
	const confirmed = [...confirmedStates(version)];
	const ofGoods = ['qty_delivered_method', '=', 'stock_move'] as const;
	const [lines, undelivered, paidDown, drafted] = await Promise.all([
		readLines(client, [
			ofGoods,
			['order_id.state', 'in', [...confirmed, 'cancel']],
			...happenedSince(since),
		]),
		readLines(client, [
			ofGoods,
			['order_id.state', 'in', confirmed],
			['order_id.date_order', '<', lateSince],
			['qty_delivered', '=', 0],
			['product_uom_qty', '>', 0],
			'|',
			['move_ids', '=', false],
			['move_ids.state', 'not in', ['done', 'cancel']],
		]),
		readLines(client, [
			['is_downpayment', '=', true],
			['order_id.state', 'in', [...confirmed, 'cancel']],
			['qty_invoiced', '!=', 0],
		]),
		readDraftedLines(client),
	]);
	const suspects = lines.filter((line) =>
		isSuspect({
			ordered: line.product_uom_qty,
			delivered: line.qty_delivered,
			invoiced: line.qty_invoiced,
		}),
	);
	const orderIds = unique(
		[...suspects, ...undelivered, ...paidDown, ...drafted].flatMap(
			({ order_id: order }) => order?.id ?? [],
		),
	);
	const orders = await readInvoicingOrders(client, orderIds, {
		needs: NO_NEEDS,
		supplied: new Map(),
	});
	return { looked: lines.length, orders };
};

/** A delivery or an invoice does not touch the order itself. */
const happenedSince = (since: string): OdooDomain => [
	'|',
	'|',
	'|',
	['order_id.write_date', '>=', since],
	['write_date', '>=', since],
	['move_ids.date', '>=', since],
	['invoice_lines.create_date', '>=', since],
];

const readLines = async (client: OdooClient, domain: OdooDomain) => {
	const search = async (after: number) =>
		await client.search(saleOrderLine, LINE_FIELDS, [...domain, ['id', '>', after]], {
			order: 'id',
			limit: PAGE,
		});
	const page = async (after: number): Promise<Awaited<ReturnType<typeof search>>> => {
		const found = await search(after);
		const last = found.at(-1);
		return found.length === PAGE && last ? [...found, ...(await page(last.id))] : found;
	};
	return await page(0);
};

/** Order lines on drafts. */
const readDraftedLines = async (client: OdooClient) => {
	const found = await client.search(
		accountMoveLine,
		['id', 'sale_line_ids'],
		[
			['parent_state', '=', 'draft'],
			['sale_line_ids', '!=', false],
		],
	);
	const lineIds = unique(found.flatMap(({ sale_line_ids: ids }) => ids));
	return await client.read(saleOrderLine, LINE_FIELDS, lineIds);
};
