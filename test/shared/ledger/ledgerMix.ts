import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import type { Json } from '../../../nodes/shared/odoo/OdooTransport';
import { realHost } from '../../support/hosts';
import { makeCustomers } from '../../support/scene/customers';
import { giveBack, openTransfers, validate } from '../../support/scene/deliveries';
import { draftCredits, draftInvoices, post } from '../../support/scene/invoices';
import { uniqueCode, uniqueName } from '../../support/scene/names';
import { confirm, quote, type SceneLine } from '../../support/scene/orders';
import { pay } from '../../support/scene/payments';
import { makeProduct, UNTAXED } from '../../support/scene/products';
import { ids, idsOf, many2one, type Records } from '../../support/scene/records';
import { firstShelf, shelve } from '../../support/scene/stock';

/** Everything that orders of the mix sell and where it comes from. */
const makeHouse = async (odoo: Records) => {
	const tax = async (values: OdooValues) =>
		await odoo.one('account.tax', {
			name: uniqueName('Tax'),
			type_tax_use: 'sale',
			amount_type: 'percent',
			amount: 15,
			company_id: 1,
			...values,
		});
	const [onTop, included] = [
		await tax({}),
		await tax({ amount: 20, price_include_override: 'tax_included' }),
	];
	const taxed = (...taxIds: number[]): Json => [[6, 0, taxIds]];
	const goods = { is_storable: true, invoice_policy: 'delivery', taxes_id: taxed(onTop) };
	const product = async (values: OdooValues) => await makeProduct(odoo, { ...goods, ...values });
	const [parts, vendor] = [
		[await product({}), await product({})],
		await odoo.one('res.partner', { name: uniqueName('Vendor') }),
	];
	const kit = await product({});
	const [template] = await odoo.find('product.product', [['id', '=', kit]], ['product_tmpl_id']);
	await odoo.create('mrp.bom', [
		{
			product_tmpl_id: many2one.parse(template?.product_tmpl_id),
			type: 'phantom',
			product_qty: 1,
			bom_line_ids: parts.map((part, index) => [
				0,
				0,
				{ product_id: part, product_qty: index + 1 },
			]),
		},
	]);
	const [route] = await odoo.find('stock.route', [['name', 'ilike', 'dropship']]);
	const warehouse = async (delivery_steps: string) =>
		await odoo.one('stock.warehouse', {
			name: uniqueName('Warehouse'),
			code: uniqueCode(),
			delivery_steps,
		});
	const [twoSteps, threeSteps] = [await warehouse('pick_ship'), await warehouse('pick_pack_ship')];
	const items = {
		goods: await product({}),
		byOrder: await product({ invoice_policy: 'order' }),
		untaxed: await product({ taxes_id: UNTAXED }),
		inclusive: await product({ taxes_id: taxed(included) }),
		kit,
		dropped: await product({
			route_ids: [[6, 0, [route?.id ?? 0]]],
			seller_ids: [[0, 0, { partner_id: vendor, price: 50 }]],
		}),
		service: await product({ type: 'service', is_storable: false }),
		serviceByOrder: await product({ type: 'service', is_storable: false, invoice_policy: 'order' }),
	};
	const shelves = await odoo.find(
		'stock.warehouse',
		[['id', 'in', [twoSteps, threeSteps]]],
		['lot_stock_id'],
	);
	const places = [
		await firstShelf(odoo),
		...shelves.map(({ lot_stock_id: shelf }) => many2one.parse(shelf)),
	];
	await shelve(
		odoo,
		places.flatMap((location) =>
			[items.goods, items.byOrder, items.untaxed, items.inclusive, ...parts].map((stored) => ({
				product: stored,
				location,
				quantity: 10_000,
			})),
		),
	);
	const dozen = (await odoo.find('uom.uom', [['name', '=', 'Dozens']]))[0]?.id ?? 0;
	return { items, dozen, warehouses: { twoSteps, threeSteps } };
};

type House = Awaited<ReturnType<typeof makeHouse>>;

const tools = (odoo: Records, { items }: House) => {
	/** Works one step of every transfer of the orders; what is not done waits in a backorder. */
	const move = async (orders: readonly number[], quantity?: number, code = 'outgoing') => {
		const open = await openTransfers(odoo, orders, code);
		const transfers = idsOf(open);
		if (transfers.length === 0) throw new Error(`Nothing to move by ${code}`);
		await odoo.call('stock.picking', 'action_assign', { ids: transfers });
		const moves = open.flatMap(({ move_ids: all }) => ids.parse(all));
		if (quantity !== undefined) await odoo.write('stock.move', moves, { quantity, picked: true });
		await validate(odoo, transfers);
		return transfers;
	};
	const invoicesOf = async (orders: readonly number[], state: string) =>
		idsOf(
			await odoo.find('account.move', [
				['invoice_line_ids.sale_line_ids.order_id', 'in', [...orders]],
				['state', '=', state],
			]),
		);
	const postAll = async (orders: readonly number[]) =>
		await post(odoo, await invoicesOf(orders, 'draft'));
	return {
		items,
		move,
		postAll,
		invoicesOf,
		cancelRest: async (orders: readonly number[], code = 'outgoing') =>
			await odoo.call('stock.picking', 'action_cancel', {
				ids: idsOf(await openTransfers(odoo, orders, code)),
			}),
		/** One invoice for each order, as a person makes them one after the other. */
		invoice: async (orders: readonly number[], values: OdooValues = {}) =>
			await draftInvoices(odoo, orders, { consolidated_billing: false, ...values }),
		/** Credits the invoices of orders in full; what the person makes of the draft is up to `edit`. */
		credit: async (orders: readonly number[], edit: OdooValues | null) =>
			await draftCredits(odoo, await invoicesOf(orders, 'posted'), edit),
		deliverByHand: async (orders: readonly number[], quantity: number) =>
			await odoo.write(
				'sale.order.line',
				idsOf(
					await odoo.find('sale.order.line', [
						['order_id', 'in', [...orders]],
						['product_id', 'in', [items.service, items.serviceByOrder]],
					]),
				),
				{ qty_delivered: quantity },
			),
	};
};

type Tools = ReturnType<typeof tools>;

interface Kind {
	readonly lines: (house: House) => readonly SceneLine[];
	readonly values?: (house: House) => OdooValues;
	/** Left a quotation. */
	readonly quoted?: boolean;
	readonly then?: (orders: readonly number[], tools: Tools, odoo: Records) => Promise<unknown>;
}

const ten =
	(item: keyof House['items'], price = 12.34): Kind['lines'] =>
	({ items }) => [
		{ product: items[item], quantity: 10, price, values: { discount: 7.5 } },
		{ product: items.service, quantity: 3, price: 33.33 },
	];

/** Nothing of it stays open beside the goods. */
const onlyTen: Kind['lines'] = ({ items }) => [
	{ product: items.goods, quantity: 10, price: 56.78 },
];

const linesOf = async (orders: readonly number[], odoo: Records): Promise<number[]> =>
	idsOf(await odoo.find('sale.order.line', [['order_id', 'in', [...orders]]]));

const shippedAndInvoiced = async (orders: readonly number[], { move, invoice, postAll }: Tools) => {
	const transfers = await move(orders);
	await invoice(orders);
	await postAll(orders);
	return transfers;
};

const returned = async (
	transfers: readonly number[],
	{
		quantity,
		odoo,
		done = true,
	}: { readonly quantity: number; readonly odoo: Records; readonly done?: boolean },
) => {
	const backs: number[] = [];
	for (const transfer of transfers) backs.push(await giveBack(odoo, transfer, quantity));
	if (done) await validate(odoo, backs);
	return backs;
};

/** Every way an order can go, each for several orders. */
const KINDS: { readonly [kind: string]: Kind } = {
	quotation: { lines: ten('goods'), quoted: true },
	confirmed: { lines: ten('goods') },
	partShipped: { lines: ten('goods'), then: async (orders, { move }) => await move(orders, 3) },
	remainderCancelled: {
		lines: ten('goods'),
		then: async (orders, { move, cancelRest, invoice, postAll }) => {
			await move(orders, 6);
			await cancelRest(orders);
			await invoice(orders);
			await postAll(orders);
		},
	},
	overDelivered: { lines: ten('goods'), then: async (orders, { move }) => await move(orders, 12) },
	draft: {
		lines: ten('goods'),
		then: async (orders, { move, invoice }) => {
			await move(orders, 4);
			await invoice(orders);
		},
	},
	posted: { lines: ten('goods'), then: shippedAndInvoiced },
	paidInPart: {
		lines: ten('untaxed'),
		then: async (orders, all, odoo) => {
			await shippedAndInvoiced(orders, all);
			for (const invoice of await all.invoicesOf(orders, 'posted'))
				await pay(odoo, invoice, { amount: 20, payment_difference_handling: 'open' });
		},
	},
	returned: {
		lines: ten('goods'),
		then: async (orders, all, odoo) =>
			await returned(await shippedAndInvoiced(orders, all), { quantity: 2, odoo }),
	},
	returnedAndCredited: {
		lines: ten('goods'),
		then: async (orders, all, odoo) => {
			await returned(await shippedAndInvoiced(orders, all), { quantity: 2, odoo });
			await all.invoice(orders);
			await all.postAll(orders);
		},
	},
	returnUnderWay: {
		lines: ten('goods'),
		then: async (orders, { move, cancelRest, invoice }, odoo) => {
			const transfers = await move(orders, 6);
			await cancelRest(orders);
			await invoice(orders);
			await returned(transfers, { quantity: 2, odoo, done: false });
		},
	},
	returnedAndShippedAnew: {
		lines: ten('goods'),
		then: async (orders, all, odoo) => {
			const backs = await returned(await shippedAndInvoiced(orders, all), { quantity: 4, odoo });
			await all.invoice(orders);
			await all.postAll(orders);
			await returned(backs, { quantity: 4, odoo });
		},
	},
	allowance: {
		lines: ten('untaxed'),
		then: async (orders, all, odoo) => {
			await shippedAndInvoiced(orders, all);
			await post(odoo, await all.credit(orders, { price_unit: 0.5 }));
		},
	},
	creditedWhole: {
		lines: ten('goods'),
		then: async (orders, all, odoo) => {
			await shippedAndInvoiced(orders, all);
			await post(odoo, await all.credit(orders, null));
		},
	},
	creditDraft: {
		lines: ten('goods'),
		then: async (orders, all) => {
			await shippedAndInvoiced(orders, all);
			await all.credit(orders, { quantity: 1 });
		},
	},
	downPaymentAsked: {
		lines: ten('goods'),
		then: async (orders, { invoice }) => {
			for (const order of orders)
				await invoice([order], { advance_payment_method: 'fixed', fixed_amount: 31.5 });
		},
	},
	downPaymentInvoiced: {
		lines: ten('goods'),
		then: async (orders, { invoice, postAll, move }) => {
			for (const order of orders)
				await invoice([order], { advance_payment_method: 'percentage', amount: 30 });
			await postAll(orders);
			await move(orders, 4);
		},
	},
	downPaymentDeducted: {
		lines: ten('inclusive'),
		then: async (orders, { invoice, postAll, move }) => {
			for (const order of orders)
				await invoice([order], { advance_payment_method: 'percentage', amount: 30 });
			await postAll(orders);
			await move(orders, 7);
			await invoice(orders);
		},
	},
	twoSteps: {
		lines: ten('goods'),
		values: ({ warehouses }) => ({ warehouse_id: warehouses.twoSteps }),
		then: async (orders, { move, invoice, postAll }) => {
			await move(orders, 6, 'internal');
			await move(orders);
			await invoice(orders);
			await postAll(orders);
		},
	},
	threeSteps: {
		lines: ten('goods'),
		values: ({ warehouses }) => ({ warehouse_id: warehouses.threeSteps }),
		then: async (orders, { move }) => {
			await move(orders, 6, 'internal');
			await move(orders, 5, 'internal');
		},
	},
	dropShipmentAsked: { lines: ten('dropped') },
	dropShipment: {
		lines: ten('dropped'),
		then: async (orders, { move }, odoo) => {
			const purchases = await odoo.find('purchase.order', [
				['order_line.sale_line_id.order_id', 'in', [...orders]],
			]);
			await odoo.call('purchase.order', 'button_confirm', { ids: idsOf(purchases) });
			await move(orders, 4, 'dropship');
		},
	},
	kit: {
		lines: ({ items }) => [{ product: items.kit, quantity: 4, price: 45.67 }],
		then: async (orders, { invoice }, odoo) => {
			const open = await openTransfers(odoo, orders);
			const moves = await odoo.find(
				'stock.move',
				[['picking_id', 'in', idsOf(open)]],
				['product_uom_qty'],
			);
			for (const { id, product_uom_qty: asked } of moves)
				await odoo.write('stock.move', [id], { quantity: Number(asked) / 2, picked: true });
			await validate(odoo, idsOf(open));
			await invoice(orders);
		},
	},
	kitReturned: {
		lines: ({ items }) => [{ product: items.kit, quantity: 4, price: 45.67 }],
		then: async (orders, { move, invoice }, odoo) => {
			const transfers = await move(orders);
			await invoice(orders);
			for (const transfer of transfers) {
				const back = await giveBack(odoo, transfer, 1);
				const moves = await odoo.find(
					'stock.move',
					[['picking_id', '=', back]],
					['origin_returned_move_id'],
				);
				const origins = await odoo.find(
					'stock.move',
					[['id', 'in', moves.map((one) => many2one.parse(one.origin_returned_move_id))]],
					['product_uom_qty'],
				);
				const asked = new Map(origins.map(({ id, product_uom_qty: all }) => [id, Number(all)]));
				for (const one of moves)
					await odoo.write('stock.move', [one.id], {
						quantity: (asked.get(many2one.parse(one.origin_returned_move_id)) ?? 0) / 4,
						picked: true,
					});
				await validate(odoo, [back]);
			}
		},
	},
	byHand: {
		lines: ({ items }) => [
			{ product: items.service, quantity: 10, price: 80.05 },
			{ product: items.serviceByOrder, quantity: 10, price: 20 },
		],
		then: async (orders, { deliverByHand, invoice }) => {
			await deliverByHand(orders, 8);
			await invoice(orders);
		},
	},
	byOrder: {
		lines: ten('byOrder'),
		then: async (orders, { move, cancelRest }) => {
			await move(orders, 3);
			await cancelRest(orders);
		},
	},
	byOrderInvoiced: {
		lines: ten('byOrder'),
		then: async (orders, { move, invoice, postAll }) => {
			await invoice(orders);
			await postAll(orders);
			await move(orders, 3);
		},
	},
	cancelledAfterShipping: {
		lines: ten('goods'),
		then: async (orders, { move }, odoo) => {
			await move(orders, 9);
			await odoo.call('sale.order', 'action_cancel', { ids: orders });
		},
	},
	confirmedTwice: {
		lines: ten('dropped'),
		then: async (orders, _tools, odoo) => {
			await odoo.call('sale.order', 'action_cancel', { ids: orders });
			await odoo.call('sale.order', 'action_draft', { ids: orders });
			// Odoo's clock counts in seconds here.
			await realHost.sleep(1_100);
			await odoo.call('sale.order', 'action_confirm', { ids: orders });
		},
	},
	tradeIn: {
		lines: ({ items }) => [
			{ product: items.byOrder, quantity: 1, price: 1_000 },
			{ product: items.serviceByOrder, quantity: -1, price: 150 },
			{ product: items.serviceByOrder, quantity: 1, price: -33.3 },
		],
		then: async (orders, { invoice }) => await invoice(orders),
	},
	includedTax: {
		lines: ten('inclusive', 17.99),
		then: async (orders, { move }) => await move(orders, 7),
	},
	dozens: {
		lines: ({ items, dozen }) => [
			{ product: items.goods, quantity: 3, price: 99.99, values: { product_uom_id: dozen } },
		],
		then: async (orders, { move, invoice }) => {
			await move(orders, 24);
			await invoice(orders);
			await move(orders, 6);
		},
	},
	addedAtDelivery: {
		lines: ten('goods'),
		then: async (orders, { move, invoice, items }, odoo) => {
			const open = await openTransfers(odoo, orders);
			const [extra] = await odoo.find(
				'product.product',
				[['id', '=', items.inclusive]],
				['uom_id'],
			);
			const transfers = await odoo.find(
				'stock.picking',
				[['id', 'in', idsOf(open)]],
				['location_id', 'location_dest_id'],
			);
			await odoo.create(
				'stock.move',
				transfers.map(({ id, location_id: from, location_dest_id: to }) => ({
					picking_id: id,
					product_id: extra?.id ?? 0,
					product_uom_qty: 2,
					product_uom: many2one.parse(extra?.uom_id),
					location_id: many2one.parse(from),
					location_dest_id: many2one.parse(to),
				})),
			);
			await move(orders, 2);
			await invoice(orders.slice(0, 3));
		},
	},
	exchanged: {
		lines: ten('goods'),
		then: async (orders, all, odoo) => {
			for (const transfer of await shippedAndInvoiced(orders, all)) {
				const [wizard = 0] = await odoo.create('stock.return.picking', [{}], {
					active_id: transfer,
					active_ids: [transfer],
					active_model: 'stock.picking',
				});
				const lines = await odoo.find('stock.return.picking.line', [['wizard_id', '=', wizard]]);
				await odoo.write('stock.return.picking.line', idsOf(lines), { quantity: 3 });
				await odoo.call('stock.return.picking', 'action_create_exchanges', { ids: [wizard] });
			}
			// The replacement leaves before the return arrives.
			await all.move(orders.slice(0, 4));
		},
	},
	raisedAfterwards: {
		lines: onlyTen,
		then: async (orders, all, odoo) => {
			await shippedAndInvoiced(orders, all);
			await odoo.write('sale.order.line', await linesOf(orders, odoo), { product_uom_qty: 14 });
		},
	},
	sentAnew: {
		lines: onlyTen,
		then: async (orders, all, odoo) => {
			const backs = await returned(await shippedAndInvoiced(orders, all), { quantity: 4, odoo });
			await all.invoice(orders);
			await all.postAll(orders);
			await returned(backs, { quantity: 3, odoo, done: false });
		},
	},
	roundedGlobally: {
		lines: ({ items }) =>
			[1, 2, 3].map((quantity) => ({ product: items.goods, quantity, price: 33.43 })),
	},
};

export interface MixedOrders {
	/** Each with an order of every kind. */
	readonly customers: readonly number[];
	readonly orders: readonly number[];
	readonly kindOf: ReadonlyMap<number, string>;
}

/** Orders of every kind, worked kind by kind: a few calls for each kind, however many orders. */
export const mixedOrders = async (odoo: Records, count: number): Promise<MixedOrders> => {
	const house = await makeHouse(odoo);
	const own = tools(odoo, house);
	const each = Math.ceil(count / Object.keys(KINDS).length);
	const customers = await makeCustomers(
		odoo,
		Array.from({ length: each }, () => ({ is_company: true, property_payment_term_id: false })),
	);
	const kindOf = new Map<number, string>();
	for (const [name, kind] of Object.entries(KINDS)) {
		const rounds = async (tax_calculation_rounding_method: string) =>
			await odoo.write('res.company', [1], { tax_calculation_rounding_method });
		if (name === 'roundedGlobally') await rounds('round_globally');
		const made = await quote(
			odoo,
			customers.map((customer) => ({
				customer,
				lines: kind.lines(house),
				values: kind.values?.(house),
			})),
		);
		if (!kind.quoted) await confirm(odoo, made);
		if (name === 'roundedGlobally') await rounds('round_per_line');
		await kind.then?.(made, own, odoo);
		for (const order of made) kindOf.set(order, name);
	}
	return { customers, orders: [...kindOf.keys()], kindOf };
};
