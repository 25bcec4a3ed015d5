import { orderLedgerOf } from '../../../nodes/shared/ledger/core/orderLedger';
import { decideChanged } from '../../../nodes/OdooReleaseInvoice/odoo/decideChanged';
import { markOf, readOrderBooks } from '../../../nodes/OdooReleaseInvoice/odoo/readOrderBooks';
import { fakeOdoo } from '../../support/fakeOdoo';
import { anOrder, aPolicy, aRun, TODAY } from '../invoicingOrder';

const company = (more: object = {}) => ({
	id: 1,
	display_name: 'Shop',
	country_id: false,
	parent_ids: [1],
	user_fiscalyear_lock_date: '0001-01-01',
	...more,
});

const book = (more: object = {}) => ({
	id: 7,
	name: 'S00007',
	state: 'sale',
	date_order: '2026-11-20 10:00:00',
	commitment_date: false,
	amount_total: 1000,
	partner_id: { id: 3, display_name: 'Azure' },
	partner_invoice_id: { id: 3, display_name: 'Azure' },
	partner_shipping_id: { id: 3, display_name: 'Azure' },
	company_id: company(),
	currency_id: { id: 1, display_name: 'EUR' },
	currency_rate: 1,
	invoice_status: 'no',
	tag_ids: [],
	payment_term_id: false,
	fiscal_position_id: false,
	order_line: [],
	...more,
});

/** An order that was read and released, and then says one thing after the other. */
const decidedAgain = async (...then: readonly object[]) => {
	let reading = 0;
	const odoo = fakeOdoo({
		'sale.order.web_search_read': () => ({
			records: [book(then[Math.min(reading++ - 1, then.length - 1)] ?? {})],
		}),
		'stock.picking.search_read': [],
		'res.partner.search_read': [],
	});
	const client = odoo.client();
	const [read] = await readOrderBooks(client, [7]);
	if (!read) throw new Error('The order is there');
	const order = anOrder({ mark: markOf(read) });
	const before = {
		order: { ...order, ledger: orderLedgerOf(order.row) },
		policy: aPolicy(),
		decision: {
			kind: 'release' as const,
			plan: { creates: true, deducts: false, consolidates: false, date: TODAY },
			reasons: [],
		},
	};
	const after = await decideChanged(client, [before], aRun());
	return { kinds: after.map(({ decision }) => decision.kind), readings: reading - 1 };
};

describe('just before the act', () => {
	it('a decision stands while nothing has changed: one call', async () => {
		expect(await decidedAgain({})).toEqual({ kinds: ['release'], readings: 1 });
	});

	it.each([
		{ what: 'a tag', more: { tag_ids: [{ id: 3, name: 'Dispute' }] } },
		{ what: 'the total', more: { amount_total: 999 } },
		{ what: 'the customer', more: { partner_invoice_id: { id: 4, display_name: 'Deco' } } },
		{ what: 'the state', more: { state: 'cancel' } },
		{ what: 'the payment terms', more: { payment_term_id: { id: 9, display_name: '45 Days' } } },
		{
			what: "one of Odoo's lock dates",
			more: { company_id: company({ user_fiscalyear_lock_date: '2026-10-31' }) },
		},
	])('an order is decided anew when $what changed', async ({ more }) => {
		const { kinds } = await decidedAgain(more);
		expect(kinds).toEqual(['nothing']);
	});
});

describe('an order', () => {
	const markWith = async (more: object) => {
		const odoo = fakeOdoo({ 'sale.order.web_search_read': { records: [book(more)] } });
		const [read] = await readOrderBooks(odoo.client(), [7]);
		if (!read) throw new Error('The order is there');
		return markOf(read);
	};

	it('is the same after it was invoiced, and its invoices are others', async () => {
		const before = await markWith({ invoice_status: 'to invoice' });
		const after = await markWith({ invoice_status: 'invoiced' });
		expect(after.order).toBe(before.order);
		expect(after.whole).not.toBe(before.whole);
	});
});
