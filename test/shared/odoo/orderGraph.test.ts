import { readOrderGraph } from '../../../nodes/shared/odoo/orderGraph';
import { fakeOdoo } from '../../support/fakeOdoo';

const named = (id: number, display_name: string) => ({ id, display_name });

/** An order as Odoo 17 and 18 give it: a line's unit goes by another name there. */
const order = {
	id: 1,
	name: 'S1',
	state: 'sale',
	partner_id: named(8, 'Buyer'),
	partner_shipping_id: named(8, 'Buyer'),
	partner_invoice_id: { ...named(8, 'Buyer'), commercial_partner_id: named(7, 'Firm') },
	company_id: named(1, 'Ours'),
	currency_id: named(1, 'EUR'),
	order_line: [
		{
			id: 2,
			display_type: false,
			product_id: { ...named(3, 'Chair'), default_code: 'CHAIR' },
			product_uom: named(4, 'Units'),
		},
	],
};

it.each([
	{ version: 17, field: 'product_uom' },
	{ version: 18, field: 'product_uom' },
	{ version: 19, field: 'product_uom_id' },
])('an order of Odoo $version has the units of its lines', async ({ version, field }) => {
	const [{ product_uom: unit, ...line } = { product_uom: null }] = order.order_line;
	const { client, named: calls } = fakeOdoo(
		{
			'sale.order.web_search_read': {
				length: 1,
				records: [{ ...order, order_line: [{ ...line, [field]: unit }] }],
			},
		},
		version,
	);
	const [found] = await readOrderGraph(client(), [1]);
	expect(found?.lines[0]?.unit).toEqual({ id: 4, name: 'Units' });
	expect(calls('sale.order.web_search_read')[0]?.args).toMatchObject({
		specification: { order_line: { fields: { [field]: { fields: { display_name: {} } } } } },
	});
});
