import { makeCustomers } from '../../support/scene/customers';
import { uniqueCode, uniqueName } from '../../support/scene/names';
import { quote } from '../../support/scene/orders';
import { makeProducts, UNTAXED } from '../../support/scene/products';
import { NOTHING_KNOWN, remember } from '../laws/memory';
import { SOLD_KINDS, type History, type Setup, type SoldKind, type SoldLine } from '../steps';
import type { HistoryOdoo } from './odoo';
import type { Seat } from './seat';

const DELIVERY_STEPS = { 1: 'ship_only', 2: 'pick_ship', 3: 'pick_pack_ship' } as const;

/** What every history sells from: products by kind and tax, warehouses by their steps. */
export const makeHouse = async ({ scene }: HistoryOdoo) => {
	const [tax] = await scene.find(
		'account.tax',
		[
			['type_tax_use', '=', 'sale'],
			['amount', '=', 15],
			['price_include', '=', false],
			['company_id', '=', 1],
		],
		['id'],
	);
	const kinds = Object.entries(SOLD_KINDS).flatMap(([sells, kind]) =>
		[true, false].map((taxed) => ({ key: `${sells} ${taxed}`, ...kind, taxed })),
	);
	const products = await makeProducts(
		scene,
		kinds.map(({ isService, invoicedBy, taxed }) => ({
			type: isService ? 'service' : 'consu',
			invoice_policy: invoicedBy,
			taxes_id: taxed ? [[6, 0, [tax?.id ?? 0]]] : UNTAXED,
		})),
	);
	const warehouses = await scene.create(
		'stock.warehouse',
		Object.values(DELIVERY_STEPS).map((steps) => ({
			name: uniqueName('House'),
			code: uniqueCode(),
			delivery_steps: steps,
		})),
	);
	const productOf = new Map(kinds.map(({ key }, index) => [key, products[index] ?? 0]));
	return {
		product: (sells: SoldKind, taxed: boolean): number => productOf.get(`${sells} ${taxed}`) ?? 0,
		warehouse: ({ transfers }: Setup): number => warehouses[transfers - 1] ?? 0,
	};
};

export type House = Awaited<ReturnType<typeof makeHouse>>;

/** A quotation of its own for each history, and two customers who buy nothing else. */
export const openSeats = async (
	odoo: HistoryOdoo,
	house: House,
	histories: readonly History[],
): Promise<Seat[]> => {
	const { scene } = odoo;
	const partners = await makeCustomers(
		scene,
		histories.flatMap(({ setup }) =>
			['Buyer', 'Other'].map((name) => ({
				name: uniqueName(name),
				is_company: true,
				credit_limit: setup.creditLimit,
				property_payment_term_id: odoo.terms['0'] ?? 0,
			})),
		),
	);
	const orders = await quote(
		scene,
		histories.map(({ setup }, index) => ({
			customer: partners[2 * index] ?? 0,
			lines: setup.lines.map((line) => soldLine(house, line)),
			values: { warehouse_id: house.warehouse(setup), payment_term_id: odoo.terms['0'] ?? 0 },
		})),
	);
	const facts = await odoo.facts(orders);
	return histories.flatMap((history, index) => {
		const order = orders[index] ?? 0;
		const first = facts.get(order);
		if (!first) return [];
		return {
			history,
			order,
			buyer: partners[2 * index] ?? 0,
			other: partners[2 * index + 1] ?? 0,
			at: 0,
			facts: first,
			memory: remember(NOTHING_KNOWN, first),
			played: [],
		};
	});
};

const soldLine = (house: House, { sells, quantity, price, discount, taxed }: SoldLine) => ({
	product: house.product(sells, taxed),
	quantity,
	price,
	values: { discount },
});
