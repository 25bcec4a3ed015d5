import { accountMove } from '../../nodes/shared/odoo/records/accountMove';
import { activity, message, tag } from '../../nodes/shared/odoo/records/party';
import { saleOrder } from '../../nodes/shared/odoo/records/saleOrder';
import { saleOrderLine } from '../../nodes/shared/odoo/records/saleOrderLine';
import { move } from '../../nodes/shared/odoo/records/stock';
import { partner } from '../../nodes/shared/odoo/records/partner';
import { product } from '../../nodes/shared/odoo/records/product';
import { admin } from './servers';

const sum = (values: readonly number[]): number =>
	values.reduce((total, value) => total + value, 0);
const cents = (amount: number): number => Math.round(amount * 100);

export interface OrderPosition {
	readonly id: number;
	readonly name: string;
	/** The customer's number in the data. */
	readonly customer: string;
	/** What the customer wrote about the order. */
	readonly message: string;
	readonly tags: readonly string[];
	readonly activities: readonly {
		readonly summary: string;
		readonly owner: string;
		readonly due: string;
	}[];
	/** Notes in the chatter that one of the nodes wrote. */
	readonly notes: readonly string[];
	readonly invoices: readonly {
		readonly number: string;
		readonly state: string;
		readonly cents: number;
	}[];
	/** What the delivered quantities are worth at the order's prices; articles invoiced as ordered count in full. */
	readonly invoiceableCents: number;
	readonly lines: readonly {
		readonly sku: string;
		readonly asked: number;
		readonly delivered: number;
		readonly reserved: number;
	}[];
}

/** What Odoo holds of these orders, read as an administrator. */
export const readPositions = async (ids: readonly number[]): Promise<OrderPosition[]> => {
	const orders = await admin.read(
		saleOrder,
		['name', 'partner_id', 'tag_ids', 'invoice_ids', 'delivery_status'],
		ids,
	);
	const orderIds = orders.map(({ id }) => id);
	const [customers, tags, activities, notes, mails, invoices, lines] = await Promise.all([
		admin.read(
			partner,
			['ref'],
			orders.flatMap(({ partner_id: customer }) => customer?.id ?? []),
		),
		admin.read(
			tag,
			['name'],
			orders.flatMap(({ tag_ids: list }) => list),
		),
		admin.searchIn(
			activity,
			['res_id', 'summary', 'user_id', 'date_deadline'],
			'res_id',
			orderIds,
			[['res_model', '=', 'sale.order']],
		),
		admin.searchIn(message, ['res_id', 'body', 'message_id'], 'res_id', orderIds, [
			['model', '=', 'sale.order'],
			['message_type', '=', 'comment'],
		]),
		admin.searchIn(message, ['res_id', 'body'], 'res_id', orderIds, [
			['model', '=', 'sale.order'],
			['message_type', '=', 'email'],
		]),
		admin.read(
			accountMove,
			['name', 'state', 'amount_total'],
			orders.flatMap(({ invoice_ids: list }) => list),
		),
		admin.searchIn(
			saleOrderLine,
			['order_id', 'product_id', 'product_uom_qty', 'qty_delivered', 'price_total'],
			'order_id',
			orderIds,
		),
	]);
	const [products, moves] = await Promise.all([
		admin.read(
			product,
			['default_code', 'invoice_policy', 'type'],
			lines.flatMap(({ product_id: item }) => item?.id ?? []),
		),
		admin.searchIn(
			move,
			['sale_line_id', 'state', 'quantity'],
			'sale_line_id',
			lines.map(({ id }) => id),
			[['state', 'not in', ['done', 'cancel']]],
		),
	]);
	const productOf = new Map(products.map((item) => [item.id, item]));
	return orders.map((order) => {
		const own = lines.filter(({ order_id: of }) => of?.id === order.id);
		const delivers = own.some(({ qty_delivered: delivered }) => delivered > 0);
		return {
			id: order.id,
			name: order.name,
			customer: customers.find(({ id }) => id === order.partner_id?.id)?.ref ?? '',
			message: mails.find(({ res_id: of }) => of === order.id)?.body?.replace(/<[^>]*>/g, '') ?? '',
			tags: tags.filter(({ id }) => order.tag_ids.includes(id)).map(({ name }) => name),
			activities: activities
				.filter(({ res_id: of }) => of === order.id)
				.map(({ summary, user_id: owner, date_deadline: due }) => ({
					summary: summary ?? '',
					owner: owner?.name ?? '',
					due: due ?? '',
				})),
			notes: notes
				.filter(({ res_id: of, message_id: key }) => of === order.id && key?.endsWith('@n8n-o2c>'))
				.map(({ body }) => body ?? ''),
			invoices: invoices
				.filter(({ id }) => order.invoice_ids.includes(id))
				.map(({ name, state, amount_total: total }) => ({
					number: name ?? '',
					state,
					cents: cents(total),
				})),
			invoiceableCents: delivers
				? sum(
						own.map((line) =>
							invoiceable(line, productOf.get(line.product_id?.id ?? 0)?.invoice_policy ?? ''),
						),
					)
				: 0,
			lines: own.map(
				({ id, product_id: item, product_uom_qty: asked, qty_delivered: delivered }) => ({
					sku: productOf.get(item?.id ?? 0)?.default_code ?? '',
					asked,
					delivered,
					reserved: sum(
						moves.filter(({ sale_line_id: of }) => of?.id === id).map(({ quantity }) => quantity),
					),
				}),
			),
		};
	});
};

const invoiceable = (
	line: { product_uom_qty: number; qty_delivered: number; price_total: number },
	policy: string,
): number =>
	policy === 'order'
		? cents(line.price_total)
		: cents((line.price_total * line.qty_delivered) / line.product_uom_qty);
