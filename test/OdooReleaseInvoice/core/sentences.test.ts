import { decideRelease } from '../../../nodes/OdooReleaseInvoice/core/decideRelease';
import type { InvoicingOrder } from '../../../nodes/OdooReleaseInvoice/core/facts';
import type { InvoicePolicy } from '../../../nodes/OdooReleaseInvoice/core/policy';
import { reconcileOrder } from '../../../nodes/OdooReleaseInvoice/core/reconcile';
import { bookedOnAnotherDay } from '../../../nodes/OdooReleaseInvoice/core/rules/bookedOnAnotherDay';
import { sendingRefused } from '../../../nodes/OdooReleaseInvoice/core/rules/sendingRefused';
import { holdSharedDrafts } from '../../../nodes/OdooReleaseInvoice/core/sharedDrafts';
import { REASON_CASES } from '../../../nodes/OdooReleaseInvoice/reasons';
import {
	aDownPayment,
	aLine,
	anInvoice,
	anInvoiceLine,
	anOrder,
	aPolicy,
	aTransfer,
	HALF_SHIPPED,
	TODAY,
} from '../invoicingOrder';

const said = (order: Partial<InvoicingOrder>, policy: Partial<InvoicePolicy> = {}) =>
	decideRelease(anOrder(order), aPolicy(policy), TODAY).reasons;
const compared = (order: Partial<InvoicingOrder>) =>
	reconcileOrder(anOrder(order), {
		slaDays: 2,
		deliverWithinDays: 30,
		now: '2026-11-23T12:00:00Z',
	});

const posted = anInvoice({ state: 'posted', number: 'INV/1' });
const drafted = { lines: [aLine({ invoiced: 10 })], invoices: [anInvoice()] };
const { customer } = anOrder();
const downPayment = aDownPayment(5000);
const draftWith = (more: Parameters<typeof anInvoice>[0]) => ({
	...drafted,
	invoices: [anInvoice(more)],
});
const listed = (price: number) => ({ price, changedSince: false });
const pricedAt = (unitPrice: number, discount: number) =>
	draftWith({
		lines: [anInvoiceLine({ unitPrice, discount })],
	});
const sharedDraft = () => {
	const free = anOrder({ ...drafted, invoices: [anInvoice({ orderIds: [7, 8] })] });
	const held = anOrder({ id: 8, reference: 'S00008', tags: ['Dispute'] });
	const decided = [free, held].map((order) => ({
		order,
		policy: aPolicy(),
		decision: decideRelease(order, aPolicy(), TODAY),
	}));
	return holdSharedDrafts(decided)[0]?.decision.reasons ?? [];
};

const CASES = [
	[
		'alreadyBilled',
		said({ lines: [aLine({ invoiced: 10 })], invoices: [posted] }),
		'Invoiced with INV/1',
	],
	[
		'belowMinimumValue',
		said(HALF_SHIPPED, { partial: { kind: 'minimumValue', value: 1500 } }),
		'400.00 EUR to invoice is less than the minimum of 1,500.00 EUR',
	],
	[
		'billedOverDelivered',
		said({ ...HALF_SHIPPED, lines: [aLine({ delivered: 4, invoicedBy: 'ordered' })] }),
		'Chair is invoiced by the ordered quantity: 10 would be invoiced, 4 shipped',
	],
	[
		'companyDiffers',
		said({ transfers: [aTransfer({ company: { id: 2, name: 'Depot' } })] }),
		'The order belongs to Shop, the transfer WH/OUT/1 to Depot',
	],
	[
		'creditLimitExceeded',
		said(
			{
				customer: {
					...customer,
					credit: { receivable: 2000.5, limit: { kind: 'own', amount: 3000 }, rate: 1 },
				},
			},
			{ credit: 'withinLimit' },
		),
		"Azure would owe 3,000.5 in the company's currency; the credit limit is 3,000",
	],
	[
		'creditNoteNotAllowed',
		said({ lines: [aLine({ delivered: 8, invoiced: 10 })], invoices: [posted] }),
		'Chair: 10 invoiced, 8 to be invoiced; a credit note would be needed',
	],
	[
		'creditNoteNotAllowed',
		said(draftWith({ kind: 'creditNote', total: -1230 })),
		'There is a draft credit note of 1,230.00 EUR',
	],
	[
		'creditNoteNotAllowed',
		said(draftWith({ total: -10 })),
		'The total of the draft invoice is negative: -10.00 EUR',
	],
	[
		'currencyDiffers',
		said(draftWith({ currency: 'USD' })),
		'The draft invoice is in USD, the order in EUR',
	],
	[
		'customerDataMissing',
		said(
			{ customer: { ...customer, street: null, email: null } },
			{ customerFields: ['address', 'email'] },
		),
		'Missing for Azure: street and email',
	],
	[
		'deliveryIncomplete',
		said(HALF_SHIPPED, { partial: { kind: 'whenComplete' } }),
		'The order is invoiced when it is complete, and deliveries are still open',
	],
	[
		'downPayment',
		said({ lines: [aLine(), downPayment] }, { downPayments: 'hold' }),
		'The order has a down payment: Down payment',
	],
	[
		'downPayment',
		said({ lines: [aLine(), downPayment] }, { downPayments: 'deductFirst' }),
		'The down payment of 5,000.00 EUR is more than the 1,000.00 EUR to invoice',
	],
	[
		'downPayment',
		said(
			{ lines: [aLine({ delivered: 8, invoiced: 10 }), downPayment], invoices: [posted] },
			{ allowsCreditNotes: true },
		),
		'The order has a down payment and a return: a person decides what is deducted first',
	],
	[
		'downPaymentNotPosted',
		said({
			lines: [aLine(), downPayment],
			invoices: [
				anInvoice({
					lines: [
						anInvoiceLine({ orderLineId: 2, isDownPayment: true, quantity: 1, unitPrice: 9 }),
					],
				}),
			],
		}),
		'The invoice for the down payment is still a draft',
	],
	[
		'draftDiffers',
		said(draftWith({ extraLines: 1 })),
		'The draft invoice has 1 line that belongs to no order',
	],
	[
		'draftDiffers',
		said(draftWith({ extraLines: 2 })),
		'The draft invoice has 2 lines that belong to no order',
	],
	[
		'draftDiffers',
		said({ ...drafted, lines: [aLine({ delivered: 8, invoiced: 10 })] }),
		'Chair: 10 on the draft invoice, 8 to be invoiced',
	],
	[
		'draftDiffers',
		said({
			lines: [aLine({ invoiced: 9 })],
			invoices: [anInvoice({ kind: 'creditNote', lines: [anInvoiceLine({ quantity: -1 })] })],
		}),
		'Chair: 1 on the draft credit note, 0 to be credited',
	],
	[
		'draftDiffers',
		said({
			lines: [aLine({ invoiced: 10 }), { ...aDownPayment(500), invoiced: 0, toInvoice: 0 }],
			invoices: [
				anInvoice({
					id: 8,
					state: 'posted',
					number: 'INV/0',
					lines: [
						anInvoiceLine({ orderLineId: 2, isDownPayment: true, quantity: 1, unitPrice: 500 }),
					],
				}),
				anInvoice({
					lines: [
						anInvoiceLine(),
						anInvoiceLine({ orderLineId: 2, isDownPayment: true, quantity: -1, unitPrice: 700 }),
					],
				}),
			],
		}),
		'Down payment: 200.00 EUR more taken off than was paid down',
	],
	[
		'draftDiffers',
		said({
			lines: [aLine({ delivered: 0 }), { ...aDownPayment(500), invoiced: 0, toInvoice: 0 }],
			transfers: [aTransfer({ state: 'open', doneAt: null })],
			invoices: [
				anInvoice({
					kind: 'creditNote',
					total: -500,
					lines: [
						anInvoiceLine({ orderLineId: 2, isDownPayment: true, quantity: -1, unitPrice: 500 }),
					],
				}),
			],
		}),
		'The draft credit note of 500.00 EUR gives a down payment back, and more is to be invoiced',
	],
	[
		'creditNoteNotAllowed',
		said({ lines: [aLine({ delivered: -9, invoiced: 0 })] }),
		'Chair: 9 would be credited, 0 invoiced',
	],
	[
		'draftDiffers',
		said(draftWith({ paymentTerm: { id: 9, name: '45 Days' } })),
		'Payment terms: draft invoice: 45 Days; order: 30 Days',
	],
	[
		'draftDiffers',
		said({
			...draftWith({ lines: [anInvoiceLine({ taxes: [] })] }),
		}),
		'Tax of Chair: draft invoice: none; order: 20%',
	],
	[
		'draftNotPosted',
		compared(draftWith({ createdAt: '2026-11-16T10:00:00Z' })),
		'A draft invoice of 1,150.00 EUR was never posted',
	],
	[
		'draftSharedWithHeldOrder',
		sharedDraft(),
		'The draft invoice is also for S00008, which may not be invoiced yet',
	],
	[
		'fiscalPositionMissing',
		said({}, { fiscalPosition: 'always' }),
		'The order has no fiscal position for Azure',
	],
	[
		'invoicedNotShipped',
		compared({ lines: [aLine({ delivered: 0, invoiced: 10 })], invoices: [posted] }),
		'Chair: 10 invoiced and not shipped',
	],
	['notConfirmed', said({ state: 'draft' }), 'The order is not confirmed'],
	['notFullyShipped', said(HALF_SHIPPED, { milestone: 'fullyShipped' }), 'Chair: 4 of 10 shipped'],
	[
		'notShipped',
		said({
			lines: [aLine({ delivered: 0 })],
			transfers: [aTransfer({ state: 'open', doneAt: null })],
		}),
		'Nothing has been shipped yet',
	],
	['nothingToBill', said({ lines: [] }), 'The order has nothing to invoice'],
	['openDispute', said({ tags: ['Dispute'] }), "The order is disputed: it is tagged 'Dispute'"],
	[
		'openHold',
		said({ tags: ['Credit Hold'] }, { creditHold: 'hold' }),
		"The order is tagged 'Credit Hold'",
	],
	[
		'openReturn',
		said({ transfers: [aTransfer({ name: 'WH/IN/1', direction: 'return', state: 'open' })] }),
		'The return WH/IN/1 has not been received yet',
	],
	['orderCancelled', said({ state: 'cancel' }), 'The order is cancelled'],
	[
		'overDelivered',
		said({ lines: [aLine({ delivered: 12.5 })] }),
		'Chair: 12.5 delivered, 10 ordered',
	],
	[
		'overInvoiced',
		said({
			lines: [aLine({ invoiced: 10 }), aDownPayment(300)],
			invoices: [anInvoice()],
		}),
		'The order: 300.00 EUR more would be invoiced than is owed',
	],
	[
		'downPayment',
		said({ lines: [aLine({ invoiced: 10 }), aDownPayment(300)], invoices: [posted] }),
		'The down payment of 300.00 EUR was never deducted, and nothing is left to be invoiced; a credit note would be needed',
	],
	[
		'creditNoteNotAllowed',
		said({
			...HALF_SHIPPED,
			lines: [
				...HALF_SHIPPED.lines,
				aLine({ id: 3, kind: 'service', invoicedBy: 'ordered', ordered: 1, unitPrice: -500 }),
			],
		}),
		'The invoice would come to -100.00 EUR; a credit note would be needed',
	],
	[
		'periodClosed',
		said({}, { cutOff: { date: '2026-11-30', then: 'hold' } }),
		'The invoice date would be Nov 22, 2026, the books are closed up to Nov 30, 2026',
	],
	[
		'priceDiffersFromOrder',
		said(pricedAt(1010, 5)),
		'Chair: draft invoice: 1,010 less 5% discount; order: 100',
	],
	[
		'priceDiffersFromPriceList',
		said({ lines: [aLine({ listPrice: listed(120.1234) })] }, { checksPriceList: true }),
		'Chair: order: 100; pricelist: 120.1234',
	],
	[
		'priceListUnknown',
		said(
			{ lines: [aLine({ listPrice: { price: 120, changedSince: true } })] },
			{ checksPriceList: true },
		),
		'Chair: order: 100; pricelist: 120, changed since the order',
	],
	[
		'priceListUnknown',
		said({}, { checksPriceList: true }),
		'Chair: the price on the pricelist cannot be read from Odoo',
	],
	[
		'proofOfDeliveryMissing',
		said({}, { milestone: 'proofOfDelivery' }),
		'WH/OUT/1 has no proof of delivery yet',
	],
	[
		'bookedOnAnotherDay',
		bookedOnAnotherDay.check(
			anOrder({ invoices: [{ ...posted, date: '2026-10-15', bookedOn: '2026-11-22' }] }),
			new Set([9]),
		),
		'INV/1 is dated Oct 15, 2026, and Odoo booked it on Nov 22, 2026',
	],
	[
		'downPaymentNotDeducted',
		compared({ lines: [aLine({ invoiced: 10 }), aDownPayment(500)], invoices: [posted] }),
		'A down payment of 500.00 EUR was never deducted, and nothing is left to be invoiced',
	],
	[
		'notDelivered',
		compared({
			awaitedSince: '2026-10-13T10:00:00Z',
			lines: [aLine({ delivered: 0 })],
			transfers: [aTransfer({ state: 'open', doneAt: null })],
		}),
		'Nothing has been delivered in 41 days',
	],
	[
		'quantityMismatch',
		compared({ lines: [aLine({ delivered: 12, invoiced: 12 })] }),
		'Chair: 12 delivered, 10 ordered',
	],
	[
		'quantityMismatch',
		compared({ lines: [aLine({ ordered: 8, delivered: 8, invoiced: 10 })], invoices: [posted] }),
		'Chair: 10 invoiced, 8 ordered, 8 delivered',
	],
	[
		'refundedBefore',
		said({
			invoices: [
				posted,
				anInvoice({ id: 10, kind: 'creditNote', state: 'posted', number: 'RINV/1' }),
			],
		}),
		'Chair: refunded with RINV/1 although nothing came back for it; it would be invoiced again',
	],
	[
		'restNotInvoiced',
		said({
			lines: [aLine({ invoiced: 6 })],
			invoices: [anInvoice({ lines: [anInvoiceLine({ quantity: 6 })] })],
		}),
		'Chair: 4 more to be invoiced than the draft invoice has',
	],
	[
		'sendingRefused',
		sendingRefused.check(anOrder({ invoices: [posted] }), new Map([[9, 'no printer']])),
		'INV/1 was not sent: no printer',
	],
	['shippedNotInvoiced', compared({}), 'Chair: 10 shipped 3 days ago and not invoiced'],
	[
		'taxMissing',
		said({ lines: [aLine({ taxes: [] })] }, { requiresTax: true }),
		'Chair has no tax',
	],
] as const;

describe('what is said to people', () => {
	it.each(CASES)('of %s', (code, reasons, sentence) => {
		const messages = reasons.filter((reason) => reason.code === code).map(({ message }) => message);
		expect(messages).toContain(sentence);
	});

	it('is said of every code', () => {
		const told = new Set<string>(CASES.map(([code]) => code));
		expect(Object.keys(REASON_CASES).filter((code) => !told.has(code))).toEqual([]);
	});

	it('is plain English: customers are invoiced, and no code is shown', () => {
		for (const [, reasons] of CASES)
			for (const { message } of reasons) {
				expect(message).not.toMatch(/\bbill|undefined|null|NaN/i);
				expect(message).not.toMatch(/\b[a-z]+[A-Z]\w*/);
			}
	});
});
