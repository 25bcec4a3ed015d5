import { reconcileOrder } from '../../../nodes/OdooReleaseInvoice/core/reconcile';
import type { InvoicingOrder } from '../../../nodes/OdooReleaseInvoice/core/facts';
import {
	aDownPayment,
	aLine,
	anInvoice,
	anInvoiceLine,
	anOrder,
	aTransfer,
} from '../invoicingOrder';

const policy = { slaDays: 2, deliverWithinDays: 30, now: '2026-11-23T12:00:00Z' };
const posted = anInvoice({ state: 'posted', number: 'INV/1', date: '2026-11-20' });

const undelivered = {
	lines: [aLine({ delivered: 0 })],
	transfers: [aTransfer({ state: 'open', doneAt: null })],
};

const cases: readonly {
	readonly when: string;
	readonly order: Partial<InvoicingOrder>;
	readonly expected: readonly string[];
}[] = [
	{
		when: 'all that was shipped is invoiced',
		order: { lines: [aLine({ invoiced: 10 })], invoices: [posted] },
		expected: [],
	},
	{ when: 'shipped three days ago and not invoiced', order: {}, expected: ['shippedNotInvoiced'] },
	{
		when: 'shipped two days ago and not invoiced',
		order: { transfers: [aTransfer({ doneAt: '2026-11-21T12:00:00Z' })] },
		expected: [],
	},
	{
		when: 'the first delivery is invoiced and the second is late',
		order: {
			lines: [aLine({ invoiced: 4 })],
			invoices: [
				anInvoice({ ...posted, date: '2026-11-10', lines: [anInvoiceLine({ quantity: 4 })] }),
			],
		},
		expected: ['shippedNotInvoiced'],
	},
	{
		when: 'nothing is shipped',
		order: { lines: [aLine({ delivered: 0 })], transfers: [] },
		expected: [],
	},
	{
		when: 'invoiced and not shipped',
		order: { lines: [aLine({ delivered: 0, invoiced: 10 })], invoices: [posted] },
		expected: ['invoicedNotShipped'],
	},
	{
		when: 'invoiced, shipped and then cancelled',
		order: { state: 'cancel', lines: [aLine({ delivered: 0, invoiced: 10 })], invoices: [posted] },
		expected: ['invoicedNotShipped'],
	},
	{
		when: 'shipped and then cancelled, never invoiced',
		order: { state: 'cancel', lines: [aLine({ toInvoice: 0 })] },
		expected: ['shippedNotInvoiced'],
	},
	{
		when: 'more delivered than ordered',
		order: { lines: [aLine({ delivered: 12, invoiced: 12 })] },
		expected: ['quantityMismatch'],
	},
	{
		when: 'more invoiced than ordered and delivered',
		order: { lines: [aLine({ ordered: 8, delivered: 8, invoiced: 10 })], invoices: [posted] },
		expected: ['invoicedNotShipped', 'quantityMismatch'],
	},
	{
		when: 'a draft from the day before',
		order: {
			lines: [aLine({ invoiced: 10 })],
			invoices: [anInvoice({ createdAt: '2026-11-22T10:00:00Z' })],
		},
		expected: [],
	},
	{
		when: 'a draft that nobody posted for a week',
		order: {
			lines: [aLine({ invoiced: 10 })],
			invoices: [anInvoice({ createdAt: '2026-11-16T10:00:00Z' })],
		},
		expected: ['draftNotPosted'],
	},
	{
		when: 'a price was credited, so that Odoo would invoice the goods again',
		order: {
			lines: [aLine({ invoiced: 0 })],
			invoices: [
				posted,
				anInvoice({
					id: 10,
					kind: 'creditNote',
					state: 'posted',
					number: 'RINV/1',
					lines: [anInvoiceLine({ quantity: -10, unitPrice: 5 })],
				}),
			],
		},
		expected: [],
	},
	{
		when: 'goods that will be taken in have not come yet',
		order: {
			lines: [aLine({ ordered: -3, delivered: 0, unitPrice: 50 })],
			transfers: [aTransfer({ state: 'open', doneAt: null })],
		},
		expected: [],
	},
	{
		when: 'goods were taken in before they came',
		order: {
			lines: [aLine({ ordered: -3, delivered: 0, invoiced: -3, unitPrice: 50 })],
			transfers: [aTransfer({ state: 'open', doneAt: null })],
			invoices: [anInvoice({ ...posted, lines: [anInvoiceLine({ quantity: -3, unitPrice: 50 })] })],
		},
		expected: ['invoicedNotShipped'],
	},
	{
		when: 'more was taken in than agreed',
		order: { lines: [aLine({ ordered: -3, delivered: -4, unitPrice: 50 })], transfers: [] },
		expected: ['quantityMismatch'],
	},
	{
		when: 'invoiced and not shipped, and a price was credited',
		order: {
			lines: [aLine({ delivered: 0, invoiced: 0 })],
			invoices: [
				posted,
				anInvoice({
					id: 10,
					kind: 'creditNote',
					state: 'posted',
					number: 'RINV/1',
					lines: [anInvoiceLine({ quantity: -10, unitPrice: 5 })],
				}),
			],
		},
		expected: ['invoicedNotShipped'],
	},
	{
		when: 'nothing was delivered for 31 days',
		order: { ...undelivered, awaitedSince: '2026-10-23T10:00:00Z' },
		expected: ['notDelivered'],
	},
	{
		when: 'nothing was delivered for 30 days',
		order: { ...undelivered, awaitedSince: '2026-10-24T10:00:00Z' },
		expected: [],
	},
	{
		when: 'nothing was delivered, and the order was cancelled',
		order: { ...undelivered, awaitedSince: '2026-10-23T10:00:00Z', state: 'cancel' },
		expected: [],
	},
	{
		when: 'nothing was delivered, and nothing will be',
		order: {
			awaitedSince: '2026-10-23T10:00:00Z',
			lines: [aLine({ delivered: 0 })],
			transfers: [],
		},
		expected: [],
	},
	{
		when: 'everything that was delivered came back, and more is to come',
		order: {
			awaitedSince: '2026-10-23T10:00:00Z',
			lines: [aLine({ delivered: 0 })],
			transfers: [
				aTransfer(),
				aTransfer({ id: 2, direction: 'return' }),
				aTransfer({ id: 3, state: 'open', doneAt: null }),
			],
		},
		expected: [],
	},
	{
		when: 'a down payment that the last invoice did not deduct',
		order: { lines: [aLine({ invoiced: 10 }), aDownPayment(500)], invoices: [posted] },
		expected: ['downPaymentNotDeducted'],
	},
	{
		when: 'a down payment that a cancelled order did not give back',
		order: { state: 'cancel', lines: [aLine({ delivered: 0 }), aDownPayment(500)], transfers: [] },
		expected: ['downPaymentNotDeducted'],
	},
	{
		when: 'a down payment that will be deducted',
		order: { ...undelivered, lines: [aLine({ delivered: 0 }), aDownPayment(500)] },
		expected: [],
	},
	{
		when: 'a service is not invoiced',
		order: { lines: [aLine({ kind: 'service' })] },
		expected: [],
	},
];

describe('shipped against invoiced', () => {
	it.each(cases)('$when: $expected', ({ order, expected }) => {
		expect(reconcileOrder(anOrder(order), policy).map(({ code }) => code)).toEqual(expected);
	});
});
