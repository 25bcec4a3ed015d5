import type { InvoicingOrder } from '../../../nodes/OdooReleaseInvoice/core/facts';
import { invoicingGroups } from '../../../nodes/OdooReleaseInvoice/core/invoicingGroups';
import { anOrder, aPolicy, TODAY } from '../invoicingOrder';

const WIZARD = { batchSize: 3, joinsByAddress: true };
const IN_60_DAYS = { id: 60, name: '60 Days' };
const SITE = { id: 77, name: 'Site two' };
const other = { ...anOrder().customer, id: 33 };

const groupsOf = (
	orders: readonly Partial<InvoicingOrder>[],
	{ consolidatesTerms = false, consolidates = true, wizard = WIZARD } = {},
) =>
	invoicingGroups(
		orders.map((more, index) => ({
			order: anOrder({ id: index + 1, ...more }),
			policy: aPolicy({ consolidates, consolidatesTerms }),
			decision: {
				kind: 'release',
				plan: { creates: true, deducts: false, consolidates, date: TODAY },
				reasons: [],
			},
		})),
		wizard,
	).map(({ orderIds }) => orderIds);

describe('orders that are invoiced together', () => {
	it.each([
		{
			when: 'each has an invoice of its own: by the batch',
			orders: [{}, {}, {}, {}],
			more: { consolidates: false },
			groups: [[1, 2, 3], [4]],
		},
		{
			when: 'they share one, and are more than a batch: in one go',
			orders: [{}, {}, {}, {}, {}],
			groups: [[1, 2, 3, 4, 5]],
		},
		{
			when: 'two customers have one each, more than a batch together: one after the other',
			orders: [{}, { customer: other }, {}, { customer: other }],
			groups: [
				[1, 3],
				[2, 4],
			],
		},
		{
			when: 'payment terms differ: one after the other',
			orders: [{}, { paymentTerm: IN_60_DAYS }, {}],
			groups: [[1, 3], [2]],
		},
		{
			when: 'payment terms differ, and may: in one go',
			orders: [{}, { paymentTerm: IN_60_DAYS }, {}],
			more: { consolidatesTerms: true },
			groups: [[1, 2, 3]],
		},
		{
			when: 'delivery addresses differ, which Odoo keeps apart: in one go',
			orders: [{}, { deliveryAddress: SITE }, {}],
			groups: [[1, 3, 2]],
		},
		{
			when: 'delivery addresses differ, which Odoo would join: one after the other',
			orders: [{}, { deliveryAddress: SITE }, {}],
			more: { wizard: { ...WIZARD, joinsByAddress: false } },
			groups: [[1, 3], [2]],
		},
	])('$when', ({ orders, more, groups }) => {
		expect(groupsOf(orders, more)).toEqual(groups);
	});
});
