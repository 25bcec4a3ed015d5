import { writeDraftInvoices } from '../../../nodes/OdooReleaseInvoice/odoo/writeDraftInvoices';
import { writeSendings } from '../../../nodes/OdooReleaseInvoice/odoo/writeSendings';
import { fakeOdoo } from '../../support/fakeOdoo';
import { anInvoice, anOrder, aPolicy, TODAY } from '../invoicingOrder';

const wizard = {
	'sale.advance.payment.inv.create': [5],
	'sale.advance.payment.inv.create_invoices': { type: 'ir.actions.act_window' },
};

/** The values of every wizard that is made, with the orders in its context. */
const wizards = async (version: number, consolidates: boolean) => {
	const odoo = fakeOdoo(wizard, version);
	const plan = { creates: true, deducts: true, consolidates, date: TODAY };
	await writeDraftInvoices(
		odoo.client(),
		[1, 2].map((id) => ({
			order: anOrder({ id }),
			policy: aPolicy(),
			decision: { kind: 'release', plan, reasons: [] },
		})),
	);
	return odoo
		.named('sale.advance.payment.inv.create')
		.map(({ args, context }) => [args?.vals_list, context?.active_ids]);
};

describe('the invoicing wizard', () => {
	const common = { advance_payment_method: 'delivered', deduct_down_payments: true };
	it.each([
		{
			when: 'Odoo 19, apart',
			version: 19,
			consolidates: false,
			expected: [
				[[{ ...common, sale_order_ids: [[6, 0, [1, 2]]], consolidated_billing: false }], [1, 2]],
			],
		},
		{
			when: 'Odoo 19, together',
			version: 19,
			consolidates: true,
			expected: [
				[[{ ...common, sale_order_ids: [[6, 0, [1, 2]]], consolidated_billing: true }], [1, 2]],
			],
		},
		{
			when: 'Odoo 16, together',
			version: 16,
			consolidates: true,
			expected: [[[{ ...common, sale_order_ids: [[6, 0, [1, 2]]] }], [1, 2]]],
		},
		{
			when: 'Odoo 16, which cannot invoice apart',
			version: 16,
			consolidates: false,
			expected: [
				[[{ ...common, sale_order_ids: [[6, 0, [1]]] }], [1]],
				[[{ ...common, sale_order_ids: [[6, 0, [2]]] }], [2]],
			],
		},
		{
			when: 'Odoo 15, which takes the orders from the context',
			version: 15,
			consolidates: true,
			expected: [[[common], [1, 2]]],
		},
	])('is filled for $when', async ({ version, consolidates, expected }) => {
		expect(await wizards(version, consolidates)).toEqual(expected);
	});
});

describe('sending', () => {
	it('is refused with a reason where Odoo cannot do it for many', async () => {
		const odoo = fakeOdoo({}, 17);
		const refused = await writeSendings(odoo.client(), [anInvoice({ state: 'posted' })]);
		expect([...refused.values()].map(({ message }) => message)).toEqual([
			expect.stringContaining('Odoo 17 cannot send several invoices at once'),
		]);
		expect(odoo.named('account.move.send.batch.wizard.create')).toEqual([]);
	});
});
