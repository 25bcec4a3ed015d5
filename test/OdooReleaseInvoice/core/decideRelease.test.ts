import { decideRelease } from '../../../nodes/OdooReleaseInvoice/core/decideRelease';
import type {
	CreditFacts,
	InvoicingOrder,
	OrderLineFacts,
} from '../../../nodes/OdooReleaseInvoice/core/facts';
import type { InvoiceFacts } from '../../../nodes/OdooReleaseInvoice/core/invoiceFacts';
import type { InvoicePolicy } from '../../../nodes/OdooReleaseInvoice/core/policy';
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

interface Case {
	readonly when: string;
	readonly order?: Partial<InvoicingOrder>;
	readonly policy?: Partial<InvoicePolicy>;
	readonly expected: string;
}

/** The decision, and its reasons unless it lets the order pass. */
const decide = ({ order, policy }: Case): string => {
	const decision = decideRelease(anOrder(order), aPolicy(policy), TODAY);
	const codes = [...new Set(decision.reasons.map(({ code }) => code))].join(' ');
	return `${decision.kind} ${codes}`.trim();
};

const table = (name: string, cases: readonly Case[]) =>
	describe(name, () => {
		it.each(cases)('$when: $expected', (row) => {
			expect(decide(row)).toBe(row.expected);
		});
	});

const unshipped = {
	lines: [aLine({ delivered: 0 })],
	transfers: [aTransfer({ state: 'open', doneAt: null })],
};
const halfByOrder = { ...HALF_SHIPPED, lines: [aLine({ delivered: 4, invoicedBy: 'ordered' })] };
const posted = anInvoice({ state: 'posted', number: 'INV/1' });
const service = aLine({ kind: 'service', delivered: 10 });
const customer = anOrder().customer;
const downPayment = aDownPayment(500);

table('what there is to invoice', [
	{ when: 'everything is shipped and nothing invoiced', expected: 'release' },
	{ when: 'the order is a quotation', order: { state: 'draft' }, expected: 'nothing notConfirmed' },
	{ when: 'the quotation is sent', order: { state: 'sent' }, expected: 'nothing notConfirmed' },
	{
		when: 'the order is cancelled',
		order: { state: 'cancel' },
		expected: 'nothing orderCancelled',
	},
	{
		when: 'a shipping fee alone could be invoiced, which to Odoo is nothing',
		policy: { milestone: 'onOrder' },
		order: {
			...unshipped,
			isInvoiceable: false,
			lines: [
				...unshipped.lines,
				aLine({
					id: 3,
					kind: 'service',
					invoicedBy: 'ordered',
					ordered: 1,
					delivered: 0,
					unitPrice: 15,
				}),
			],
		},
		expected: 'nothing notShipped',
	},
	{ when: 'nothing is shipped', order: unshipped, expected: 'nothing notShipped' },
	{ when: 'the order has no lines', order: { lines: [] }, expected: 'nothing nothingToBill' },
	{
		when: 'all is invoiced and posted',
		order: { lines: [aLine({ invoiced: 10 })], invoices: [posted] },
		expected: 'invoiced alreadyBilled',
	},
	{
		when: 'one delivery is invoiced and the next is not shipped',
		order: { ...HALF_SHIPPED, lines: [aLine({ delivered: 4, invoiced: 4 })], invoices: [posted] },
		expected: 'invoiced alreadyBilled',
	},
	{
		when: 'a draft is there',
		order: { lines: [aLine({ invoiced: 10 })], invoices: [anInvoice()] },
		expected: 'release',
	},
	{
		when: 'only the down payment is invoiced',
		order: { ...unshipped, lines: [aLine({ delivered: 0 }), downPayment] },
		expected: 'nothing notShipped',
	},
	{
		when: 'the line costs nothing',
		order: { lines: [aLine({ unitPrice: 0, subtotal: 0 })] },
		expected: 'release',
	},
]);

table('milestone', [
	{
		when: 'on order, a product invoiced by order, not shipped',
		policy: { milestone: 'onOrder' },
		order: { ...unshipped, lines: [aLine({ delivered: 0, invoicedBy: 'ordered' })] },
		expected: 'release',
	},
	{
		when: 'shipped, a product invoiced by order, not shipped',
		order: { ...unshipped, lines: [aLine({ delivered: 0, invoicedBy: 'ordered' })] },
		expected: 'held notShipped',
	},
	{
		when: 'shipped, a product invoiced by order, half shipped',
		order: halfByOrder,
		expected: 'held billedOverDelivered',
	},
	{
		when: 'shipped, a product invoiced by order, one piece missing within tolerance',
		policy: { quantityTolerance: { units: 1, percent: null, amount: null } },
		order: { lines: [aLine({ invoicedBy: 'ordered', delivered: 9 })] },
		expected: 'release',
	},
	{ when: 'shipped, half shipped', order: HALF_SHIPPED, expected: 'release' },
	{
		when: 'fully shipped, half shipped',
		policy: { milestone: 'fullyShipped' },
		order: HALF_SHIPPED,
		expected: 'held notFullyShipped',
	},
	{
		when: 'fully shipped, the rest cancelled',
		policy: { milestone: 'fullyShipped' },
		order: { ...HALF_SHIPPED, transfers: [aTransfer()] },
		expected: 'release',
	},
	{
		when: 'fully shipped, one piece missing within tolerance',
		policy: {
			milestone: 'fullyShipped',
			quantityTolerance: { units: null, percent: 10, amount: null },
		},
		order: { lines: [aLine({ delivered: 9 })], transfers: HALF_SHIPPED.transfers },
		expected: 'release',
	},
	{ when: 'shipped, a service', order: { lines: [service], transfers: [] }, expected: 'release' },
	{
		when: 'proof of delivery, nothing proven',
		policy: { milestone: 'proofOfDelivery' },
		expected: 'held proofOfDeliveryMissing',
	},
	{
		when: 'proof of delivery, signed',
		policy: { milestone: 'proofOfDelivery' },
		order: { transfers: [aTransfer({ signed: true })] },
		expected: 'release',
	},
	{
		when: 'proof of delivery, a service',
		policy: { milestone: 'proofOfDelivery' },
		order: { lines: [service], transfers: [] },
		expected: 'release',
	},
]);

const pod = (proof: Partial<InvoicePolicy['proof']>) => ({
	milestone: 'proofOfDelivery' as const,
	proof: { ...aPolicy().proof, ...proof },
});

table('proof of delivery', [
	...['POD_4711.pdf', 'pod4711.pdf', 'proofOfDelivery.jpg', 'WH-OUT-1 (signed).pdf', 'PROOF'].map(
		(name) => ({
			when: `the attachment ${name} lies on the transfer`,
			policy: pod({}),
			order: { transfers: [aTransfer({ documents: ['label.pdf', name] })] },
			expected: 'release',
		}),
	),
	...['LabelShipping-ups-1Z.pdf', 'tripod.pdf', 'unsigned.pdf', '4711.pdf', ''].map((name) => ({
		when: `the attachment ${name} lies on the transfer`,
		policy: pod({}),
		order: { transfers: [aTransfer({ documents: [name] })] },
		expected: 'held proofOfDeliveryMissing',
	})),
	{
		when: 'a document with two wanted words lies on the transfer',
		policy: pod({ documents: ['delivery note'] }),
		order: { transfers: [aTransfer({ documents: ['Delivery_Note 12.pdf'] })] },
		expected: 'release',
	},
	{
		when: 'no word is wanted',
		policy: pod({ documents: [' '] }),
		order: { transfers: [aTransfer({ documents: ['POD.pdf'] })] },
		expected: 'held proofOfDeliveryMissing',
	},
	{
		when: 'only signatures are accepted and there is an attachment',
		policy: pod({ accepted: ['signature'] }),
		order: { transfers: [aTransfer({ documents: ['pod.pdf'] })] },
		expected: 'held proofOfDeliveryMissing',
	},
	{
		when: 'the carrier says delivered, in capitals',
		policy: pod({}),
		order: { transfers: [aTransfer({ carrierStatus: 'Delivered' })] },
		expected: 'release',
	},
	{
		when: 'the carrier says in transit',
		policy: pod({}),
		order: { transfers: [aTransfer({ carrierStatus: 'in_transit' })] },
		expected: 'held proofOfDeliveryMissing',
	},
	{
		when: 'the item brings a proof',
		policy: pod({}),
		order: { supplied: { proof: 'signed by Ann', reference: null, narration: null } },
		expected: 'release',
	},
	{
		when: 'the last day before it counts as proven',
		policy: pod({ automaticAfterDays: 3 }),
		expected: 'held proofOfDeliveryMissing',
	},
	{
		when: 'the day on which it counts as proven',
		policy: pod({ automaticAfterDays: 2 }),
		expected: 'release',
	},
	{
		when: 'one of two shipments is proven',
		policy: pod({}),
		order: { transfers: [aTransfer({ signed: true }), aTransfer({ id: 2 })] },
		expected: 'held proofOfDeliveryMissing',
	},
	{
		when: 'a shipment is still open',
		policy: pod({}),
		order: {
			...HALF_SHIPPED,
			transfers: [aTransfer({ signed: true }), aTransfer({ id: 2, state: 'open', doneAt: null })],
		},
		expected: 'release',
	},
]);

table('deliveries in parts', [
	{
		when: 'each is invoiced',
		policy: { partial: { kind: 'eachDelivery' } },
		order: HALF_SHIPPED,
		expected: 'release',
	},
	{
		when: 'the whole is invoiced, and half is shipped',
		policy: { partial: { kind: 'whenComplete' } },
		order: HALF_SHIPPED,
		expected: 'held deliveryIncomplete',
	},
	{
		when: 'the whole is invoiced, and the rest is cancelled',
		policy: { partial: { kind: 'whenComplete' } },
		order: { ...HALF_SHIPPED, transfers: [aTransfer()] },
		expected: 'release',
	},
	{
		when: 'the part is worth exactly the minimum',
		policy: { partial: { kind: 'minimumValue', value: 400 } },
		order: HALF_SHIPPED,
		expected: 'release',
	},
	{
		when: 'the part is worth a cent less than the minimum',
		policy: { partial: { kind: 'minimumValue', value: 400.01 } },
		order: HALF_SHIPPED,
		expected: 'held belowMinimumValue',
	},
	{
		when: 'the order is complete and worth less than the minimum',
		policy: { partial: { kind: 'minimumValue', value: 5000 } },
		expected: 'release',
	},
]);

const over = { lines: [aLine({ delivered: 12 })] };
table('over-delivery', [
	{ when: 'two more than ordered were delivered', order: over, expected: 'held overDelivered' },
	{
		when: 'two more, two allowed',
		policy: { quantityTolerance: { units: 2, percent: null, amount: null } },
		order: over,
		expected: 'release',
	},
	{
		when: 'a fifth more, a fifth allowed',
		policy: { quantityTolerance: { units: null, percent: 20, amount: null } },
		order: over,
		expected: 'release',
	},
	{
		when: 'worth 200, 199.99 allowed',
		policy: { quantityTolerance: { units: null, percent: null, amount: 199.99 } },
		order: over,
		expected: 'held overDelivered',
	},
	{
		when: 'within units and outside of percent',
		policy: { quantityTolerance: { units: 2, percent: 19, amount: null } },
		order: over,
		expected: 'held overDelivered',
	},
	{
		when: 'a line that was never ordered',
		policy: { quantityTolerance: { units: null, percent: 100, amount: null } },
		order: { lines: [aLine({ ordered: 0, delivered: 1 })] },
		expected: 'held overDelivered',
	},
	{
		when: 'the noise of floats',
		order: { lines: [aLine({ ordered: 0.3, delivered: 0.1 + 0.2, subtotal: 30 })] },
		expected: 'release',
	},
]);

const pricedDraft = (unitPrice: number, discount = 0) => ({
	lines: [aLine({ invoiced: 10 })],
	invoices: [
		anInvoice({
			lines: [anInvoiceLine({ unitPrice, discount })],
		}),
	],
});
const listed = (price: number) => ({ price, changedSince: false });
table('prices', [
	{
		when: 'the draft asks for the price of the order',
		order: pricedDraft(100),
		expected: 'release',
	},
	{
		when: 'somebody changed the price on the draft',
		order: pricedDraft(101),
		expected: 'held priceDiffersFromOrder',
	},
	{
		when: 'somebody gave a discount on the draft',
		order: pricedDraft(100, 5),
		expected: 'held priceDiffersFromOrder',
	},
	{
		when: 'price and discount together make the same',
		order: pricedDraft(125, 20),
		expected: 'release',
	},
	{
		when: 'a percent more, a percent allowed',
		policy: { priceTolerance: { units: null, percent: 1, amount: null } },
		order: pricedDraft(101),
		expected: 'release',
	},
	{
		when: 'a cent more than allowed',
		policy: { priceTolerance: { units: null, percent: null, amount: 1 } },
		order: pricedDraft(101.01),
		expected: 'held priceDiffersFromOrder',
	},
	{
		when: 'cheaper than the pricelist, unchecked',
		order: { lines: [aLine({ listPrice: listed(120) })] },
		expected: 'release',
	},
	{
		when: 'cheaper than the pricelist',
		policy: { checksPriceList: true },
		order: { lines: [aLine({ listPrice: listed(120) })] },
		expected: 'held priceDiffersFromPriceList',
	},
	{
		when: 'as the pricelist says',
		policy: { checksPriceList: true },
		order: { lines: [aLine({ listPrice: listed(100) })] },
		expected: 'release',
	},
	{
		when: 'cheaper than the pricelist, which was changed since',
		policy: { checksPriceList: true },
		order: { lines: [aLine({ listPrice: { price: 120, changedSince: true } })] },
		expected: 'held priceListUnknown',
	},
	{
		when: 'the pricelist cannot be told',
		policy: { checksPriceList: true },
		expected: 'held priceListUnknown',
	},
]);

table('tax', [
	{
		when: 'a line has no tax and none is required',
		order: { lines: [aLine({ taxes: [] })] },
		expected: 'release',
	},
	{
		when: 'a line has no tax',
		policy: { requiresTax: true },
		order: { lines: [aLine({ taxes: [] })] },
		expected: 'held taxMissing',
	},
	{
		when: 'a line without tax is given away',
		policy: { requiresTax: true },
		order: { lines: [aLine({ taxes: [], unitPrice: 0, subtotal: 0 })] },
		expected: 'release',
	},
	{
		when: 'the tax was taken off the draft',
		policy: { requiresTax: true },
		order: {
			lines: [aLine({ invoiced: 10 })],
			invoices: [
				anInvoice({
					lines: [anInvoiceLine({ taxes: [] })],
				}),
			],
		},
		expected: 'held draftDiffers taxMissing',
	},
	{
		when: 'a fiscal position is always required',
		policy: { fiscalPosition: 'always' },
		expected: 'held fiscalPositionMissing',
	},
	{
		when: 'a fiscal position is there',
		policy: { fiscalPosition: 'always' },
		order: { fiscalPosition: { id: 6, name: 'Intra-Community' } },
		expected: 'release',
	},
	{
		when: 'a fiscal position is required abroad, and the customer is at home',
		policy: { fiscalPosition: 'foreign' },
		expected: 'release',
	},
	{
		when: 'a fiscal position is required abroad, and the customer is abroad',
		policy: { fiscalPosition: 'foreign' },
		order: { customer: { ...customer, countryId: 2 } },
		expected: 'held fiscalPositionMissing',
	},
]);

const lacking = (more: Partial<InvoicingOrder['customer']>) => ({
	customer: { ...customer, ...more },
});
table('customer data', [
	{
		when: 'all is there',
		policy: { customerFields: ['address', 'email', 'paymentTerm', 'vat'] },
		expected: 'release',
	},
	{
		when: 'nothing is required',
		order: { ...lacking({ street: null, vat: null, email: null }), paymentTerm: null },
		expected: 'release',
	},
	{
		when: 'the street is missing',
		policy: { customerFields: ['address'] },
		order: lacking({ street: null }),
		expected: 'held customerDataMissing',
	},
	{
		when: 'the country is missing',
		policy: { customerFields: ['address'] },
		order: lacking({ countryId: null }),
		expected: 'held customerDataMissing',
	},
	{
		when: 'the email address is missing',
		policy: { customerFields: ['email'] },
		order: lacking({ email: null }),
		expected: 'held customerDataMissing',
	},
	{
		when: 'the payment terms are missing',
		policy: { customerFields: ['paymentTerm'] },
		order: { paymentTerm: null },
		expected: 'held customerDataMissing',
	},
	{
		when: "a company's tax ID is missing",
		policy: { customerFields: ['vat'] },
		order: lacking({ vat: null }),
		expected: 'held customerDataMissing',
	},
	{
		when: "a person's tax ID is missing",
		policy: { customerFields: ['vat'] },
		order: lacking({ vat: null, isCompany: false }),
		expected: 'release',
	},
]);

const owing = (receivable: number, more: Partial<CreditFacts> = {}) =>
	lacking({ credit: { receivable, limit: { kind: 'own', amount: 3000 }, rate: 1, ...more } });
table('holds, disputes, returns and credit', [
	{
		when: 'the order is on credit hold, and the goods have left the house',
		order: { tags: ['Credit Hold', 'credit approval needed'] },
		expected: 'release',
	},
	{
		when: 'they are on a draft',
		order: { tags: ['Credit Hold'], lines: [aLine({ invoiced: 10 })], invoices: [anInvoice()] },
		expected: 'release',
	},
	{
		when: 'they have left the house, and the credit hold is to hold them too',
		policy: { creditHold: 'hold' },
		order: { tags: [' credit hold'] },
		expected: 'held openHold',
	},
	{
		when: 'the order is on credit hold, and a part of what would be invoiced is in the house',
		policy: { milestone: 'onOrder' },
		order: {
			tags: ['Credit Hold'],
			lines: [aLine(), aLine({ id: 2, delivered: 4, invoicedBy: 'ordered' })],
		},
		expected: 'held openHold',
	},
	{
		when: 'the order is on credit hold, and nothing but a service would be invoiced',
		order: { tags: ['Credit Hold'], lines: [service] },
		expected: 'held openHold',
	},
	{
		when: 'the order has a hold tag of another kind',
		policy: { holdTags: ['Stop', 'Credit Hold'] },
		order: { tags: ['Credit Hold', 'stop'] },
		expected: 'held openHold',
	},
	{ when: 'the order is disputed', order: { tags: ['Dispute'] }, expected: 'held openDispute' },
	{ when: 'the order has another tag', order: { tags: ['Urgent'] }, expected: 'release' },
	{
		when: 'a return is on its way',
		order: {
			transfers: [
				aTransfer(),
				aTransfer({ id: 2, direction: 'return', state: 'open', doneAt: null }),
			],
		},
		expected: 'held openReturn',
	},
	{
		when: 'a return is on its way and ignored',
		policy: { holdsOpenReturns: false },
		order: {
			transfers: [
				aTransfer(),
				aTransfer({ id: 2, direction: 'return', state: 'open', doneAt: null }),
			],
		},
		expected: 'release',
	},
	{ when: 'credit is not checked again', order: owing(9000), expected: 'release' },
	{
		when: 'the customer owes more than the limit, and what came back is credited',
		policy: { credit: 'withinLimit', allowsCreditNotes: true },
		order: {
			...owing(9000),
			lines: [aLine({ delivered: 8, invoiced: 10 })],
			transfers: [aTransfer(), aTransfer({ id: 2, direction: 'return' })],
			invoices: [posted],
		},
		expected: 'release',
	},
	{
		when: 'the invoice reaches the limit exactly',
		policy: { credit: 'withinLimit' },
		order: owing(2000),
		expected: 'release',
	},
	{
		when: 'the invoice goes a cent over the limit',
		policy: { credit: 'withinLimit' },
		order: owing(2000.01),
		expected: 'held creditLimitExceeded',
	},
	{
		when: 'the order is in a currency of half the worth',
		policy: { credit: 'withinLimit' },
		order: owing(2500, { rate: 2 }),
		expected: 'release',
	},
	{
		when: 'only the tax takes it over the limit',
		policy: { credit: 'withinLimit' },
		order: { ...owing(2000), lines: [aLine({ total: 1150 })] },
		expected: 'held creditLimitExceeded',
	},
	{
		when: 'a draft takes it over the limit',
		policy: { credit: 'withinLimit' },
		order: {
			...owing(2000),
			lines: [aLine({ invoiced: 10, total: 1150 })],
			invoices: [anInvoice()],
		},
		expected: 'held creditLimitExceeded',
	},
	{
		when: 'the customer has no limit',
		policy: { credit: 'withinLimit' },
		order: owing(9000, { limit: { kind: 'none' } }),
		expected: 'release',
	},
	{
		when: "the customer has the company's default limit",
		policy: { credit: 'withinLimit' },
		order: owing(9000, { limit: { kind: 'companyDefault', amount: 3000 } }),
		expected: 'held creditLimitExceeded',
	},
	{
		when: "the customer's own limit is zero",
		policy: { credit: 'withinLimit' },
		order: owing(0, { limit: { kind: 'own', amount: 0 } }),
		expected: 'held creditLimitExceeded',
	},
	{
		when: 'two things are wrong',
		policy: { creditHold: 'hold' },
		order: { tags: ['Credit Hold', 'Dispute'] },
		expected: 'held openHold openDispute',
	},
]);

/** Of all ten pieces. */
const aRefund = () =>
	anInvoice({
		id: 10,
		kind: 'creditNote',
		state: 'posted',
		number: 'RINV/1',
		total: -1150,
		lines: [anInvoiceLine({ quantity: -10 })],
	});

/** Two of ten came back; their credit note is a draft. */
const draftedRefund = {
	lines: [aLine({ delivered: 8, invoiced: 8 })],
	transfers: [aTransfer(), aTransfer({ id: 2, direction: 'return' })],
	invoices: [
		posted,
		anInvoice({
			id: 10,
			kind: 'creditNote',
			total: -230,
			lines: [anInvoiceLine({ quantity: -2 })],
		}),
	],
};

/** Ten left, were invoiced, came back and were credited; ten others left. */
const sentAgain = (): Partial<InvoicingOrder> => {
	const order = {
		invoices: [posted, aRefund()],
		transfers: [aTransfer(), aTransfer({ id: 2, direction: 'return' }), aTransfer({ id: 3 })],
	};
	const { row } = anOrder(order);
	const times: { [id: number]: string } = { 1: '01', 9: '02', 3: '03', 10: '04', 5: '05' };
	const at = (id: number) => `2026-11-${times[id] ?? '06'} 10:00:00`;
	return {
		...order,
		row: {
			...row,
			lines: row.lines.map((line) => ({
				...line,
				moves: line.moves
					.flatMap((move) =>
						move.id === 1 ? [1, 5].map((id) => ({ ...move, id, quantity: 10 })) : [move],
					)
					.map((move) => ({ ...move, at: at(move.id) })),
				invoiceLines: line.invoiceLines.map((one) => ({
					...one,
					document: { ...one.document, at: at(one.document.id) },
				})),
			})),
		},
	};
};

/** The rest of the order is cancelled, and the down payment is taken off by its credit note. */
const cancelledLines = [
	aLine({ ordered: 0, delivered: 0 }),
	aLine({
		...downPayment,
		invoiced: 0,
		toInvoice: 0,
	}),
];
const downPaymentCredit = anInvoice({
	id: 8,
	kind: 'creditNote',
	total: -500,
	lines: [anInvoiceLine({ orderLineId: 2, isDownPayment: true, quantity: -1, unitPrice: 500 })],
});

const downPaymentInvoice = anInvoice({
	...downPaymentCredit,
	id: 6,
	kind: 'invoice',
	state: 'posted',
	number: 'INV/6',
	total: 500,
	lines: downPaymentCredit.lines.map((line) => ({ ...line, quantity: 1 })),
});

const returned = { lines: [aLine({ delivered: 8, invoiced: 10 })], invoices: [posted] };
table('returns and down payments', [
	{
		when: 'goods came back after invoicing',
		order: returned,
		expected: 'held creditNoteNotAllowed',
	},
	{
		when: 'goods came back, credit notes are allowed',
		policy: { allowsCreditNotes: true },
		order: returned,
		expected: 'release',
	},
	{
		when: 'a draft invoices more than was delivered',
		order: { lines: [aLine({ delivered: 8, invoiced: 10 })], invoices: [anInvoice()] },
		expected: 'held draftDiffers',
	},
	{
		when: 'a draft credit note is there',
		order: draftedRefund,
		expected: 'held creditNoteNotAllowed',
	},
	{
		when: 'a draft credit note is there and allowed',
		policy: { allowsCreditNotes: true },
		order: draftedRefund,
		expected: 'release',
	},
	{
		when: 'the draft has a negative total',
		order: { lines: [aLine({ invoiced: 10 })], invoices: [anInvoice({ total: -10 })] },
		expected: 'held creditNoteNotAllowed',
	},
	{
		when: 'somebody added a line to the draft',
		order: { lines: [aLine({ invoiced: 10 })], invoices: [anInvoice({ extraLines: 1 })] },
		expected: 'held draftDiffers',
	},
	{
		when: 'the invoice was refunded and nothing came back',
		order: {
			invoices: [posted, aRefund()],
		},
		expected: 'held refundedBefore',
	},
	{
		when: 'goods came back, were refunded, and others were sent',
		order: sentAgain(),
		expected: 'release',
	},
	{
		when: 'the invoice was refunded and a person made the draft again',
		order: {
			lines: [aLine({ invoiced: 10 })],
			invoices: [posted, aRefund(), anInvoice({ id: 11 })],
		},
		expected: 'release',
	},
	{
		when: 'goods came back, and a down payment was given back whose invoice is cancelled',
		order: {
			lines: [
				aLine({ delivered: 0, invoiced: 10 }),
				aLine({ ...downPayment, invoiced: -1, toInvoice: 0 }),
			],
			transfers: [aTransfer(), aTransfer({ id: 2, direction: 'return' })],
			invoices: [
				posted,
				anInvoice({
					...downPaymentCredit,
					state: 'posted',
					number: 'RINV/1',
					lines: downPaymentCredit.lines.map((line) => ({ ...line, unitPrice: 5000 })),
				}),
			],
		},
		expected: 'held creditNoteNotAllowed',
	},
	{
		when: 'a draft gives a down payment back before the rest is invoiced',
		policy: { allowsCreditNotes: true },
		order: {
			...unshipped,
			lines: [...unshipped.lines, aLine({ ...downPayment, invoiced: 0, toInvoice: 0 })],
			invoices: [downPaymentInvoice, downPaymentCredit],
		},
		expected: 'held draftDiffers',
	},
	{
		when: 'a draft asks anew for a down payment that was credited twice',
		order: {
			lines: [aLine(), aLine({ ...downPayment, invoiced: 0, toInvoice: 0, unitPrice: -500 })],
			invoices: [
				anInvoice({
					lines: [
						anInvoiceLine({ orderLineId: 2, isDownPayment: true, quantity: -1, unitPrice: -500 }),
					],
				}),
			],
		},
		expected: 'held downPaymentNotPosted',
	},
	{
		when: 'more would be credited than was ever invoiced',
		policy: { allowsCreditNotes: true },
		order: { lines: [aLine({ delivered: -9, invoiced: 0 })] },
		expected: 'held creditNoteNotAllowed',
	},
	{
		when: 'nothing will be invoiced, a down payment is left, and another was given back twice',
		policy: { allowsCreditNotes: true },
		order: {
			lines: [
				aLine({ ordered: 0, delivered: 0 }),
				aLine({ ...downPayment, invoiced: -1, toInvoice: 1, unitPrice: -500 }),
				aLine({ ...downPayment, id: 3 }),
			],
			invoices: [{ ...downPaymentCredit, state: 'posted', number: 'RINV/1' }],
		},
		expected: 'invoiced alreadyBilled',
	},
	{
		when: 'a down payment was given back twice, Odoo asked for it anew on an invoice, and would do so again',
		order: {
			lines: [
				aLine({ invoiced: 7 }),
				aLine({ ...downPayment, invoiced: -2, toInvoice: 2, unitPrice: -500 }),
			],
			invoices: [
				downPaymentInvoice,
				...[8, 10].map((id) =>
					anInvoice({ ...downPaymentCredit, id, state: 'posted', number: `RINV/${id}` }),
				),
				anInvoice({
					id: 11,
					state: 'posted',
					number: 'INV/11',
					lines: [
						anInvoiceLine({ quantity: 7 }),
						anInvoiceLine({ orderLineId: 2, isDownPayment: true, quantity: -1, unitPrice: -500 }),
					],
				}),
			],
		},
		expected: 'held overInvoiced',
	},
	{
		when: 'a down payment is invoiced and all is shipped',
		order: { lines: [aLine(), downPayment] },
		expected: 'release',
	},
	{
		when: 'a down payment is invoiced and half is shipped',
		order: { ...HALF_SHIPPED, lines: [...HALF_SHIPPED.lines, downPayment] },
		expected: 'release',
	},
	{
		when: 'down payments are held',
		policy: { downPayments: 'hold' },
		order: { lines: [aLine(), downPayment] },
		expected: 'held downPayment',
	},
	{
		when: 'the first part is worth less than the down payment that it deducts',
		policy: { downPayments: 'deductFirst' },
		order: { ...HALF_SHIPPED, lines: [...HALF_SHIPPED.lines, downPayment] },
		expected: 'held downPayment',
	},
	{
		when: 'the last part is worth less than the down payment',
		order: { lines: [aLine({ invoiced: 6 }), downPayment], invoices: [posted] },
		expected: 'held downPayment',
	},
	{
		when: 'a down payment and a return',
		policy: { allowsCreditNotes: true },
		order: { lines: [aLine({ delivered: 8, invoiced: 10 }), downPayment], invoices: [posted] },
		expected: 'held downPayment',
	},
	{
		when: 'the invoice for the down payment is a draft',
		order: {
			lines: [aLine(), downPayment],
			invoices: [
				anInvoice({
					id: 8,
					lines: [
						anInvoiceLine({ orderLineId: 2, isDownPayment: true, quantity: 1, unitPrice: 500 }),
					],
				}),
			],
		},
		expected: 'held downPaymentNotPosted',
	},
	{
		when: 'nothing will be invoiced, and a draft gives the down payment back',
		policy: { allowsCreditNotes: true },
		order: { lines: cancelledLines, invoices: [downPaymentCredit] },
		expected: 'release',
	},
	{
		when: 'nothing will be invoiced, and a draft that may not be posted gives the down payment back',
		order: { lines: cancelledLines, invoices: [downPaymentCredit] },
		expected: 'held creditNoteNotAllowed',
	},
	{
		when: 'nothing will be invoiced, and the down payment was given back',
		policy: { allowsCreditNotes: true },
		order: {
			lines: cancelledLines,
			invoices: [{ ...downPaymentCredit, state: 'posted', number: 'RINV/1' }],
		},
		expected: 'invoiced alreadyBilled',
	},
]);

const onDraft = (more: Partial<InvoiceFacts> = {}, line: Partial<OrderLineFacts> = {}) => ({
	lines: [aLine({ invoiced: 10, ...line })],
	invoices: [anInvoice(more)],
});
/** Ten were invoiced, and some are on a draft credit note. */
const creditDraft = (line: Partial<OrderLineFacts>, quantity: number): Partial<InvoicingOrder> => ({
	lines: [aLine(line)],
	transfers: [aTransfer(), aTransfer({ id: 2, direction: 'return' })],
	invoices: [
		posted,
		anInvoice({ id: 10, kind: 'creditNote', lines: [anInvoiceLine({ quantity })] }),
	],
});
/** Beside ten pieces one is taken in. */
const tradeInDraft = (quantity: number): Partial<InvoicingOrder> => ({
	lines: [
		aLine({ invoiced: 10 }),
		aLine({
			id: 3,
			kind: 'service',
			invoicedBy: 'ordered',
			ordered: -1,
			delivered: 0,
			invoiced: quantity,
		}),
	],
	invoices: [anInvoice({ lines: [anInvoiceLine(), anInvoiceLine({ orderLineId: 3, quantity })] })],
});
/** Ten pieces are on a draft, and the line that lowers the price of the whole order is not. */
const withoutReduction = (reduction: Partial<OrderLineFacts>): Partial<InvoicingOrder> => ({
	lines: [aLine({ invoiced: 10 }), aLine({ id: 3, kind: 'service', delivered: 0, ...reduction })],
	invoices: [anInvoice()],
});
const TAX = { id: 5, name: '20%' };
const OTHER = { id: 99, name: 'Other' };
const allowance = (quantity: number, unitPrice: number) =>
	anInvoice({
		id: 10,
		kind: 'creditNote',
		state: 'posted',
		number: 'RINV/1',
		total: -quantity * unitPrice,
		lines: [anInvoiceLine({ quantity: -quantity, unitPrice })],
	});
table('a draft against the one that would be made now', [
	{ when: 'both are the same', order: onDraft(), expected: 'release' },
	{
		when: 'the customer is another',
		order: onDraft({ customer: OTHER }),
		expected: 'held draftDiffers',
	},
	{
		when: 'the delivery address is another',
		order: onDraft({ deliveryAddress: OTHER }),
		expected: 'held draftDiffers',
	},
	{
		when: 'the payment terms are others',
		order: onDraft({ paymentTerm: OTHER }),
		expected: 'held draftDiffers',
	},
	{
		when: 'the payment terms are gone',
		order: onDraft({ paymentTerm: null }),
		expected: 'held draftDiffers',
	},
	{
		when: 'it is for two orders whose payment terms may differ',
		policy: { consolidatesTerms: true },
		order: onDraft({ paymentTerm: OTHER, orderIds: [7, 8] }),
		expected: 'release',
	},
	{
		when: 'Odoo found a fiscal position that the order does not have',
		order: onDraft({ fiscalPosition: OTHER }),
		expected: 'release',
	},
	{
		when: 'the fiscal position is another',
		order: { ...onDraft({ fiscalPosition: OTHER }), fiscalPosition: { id: 6, name: 'Abroad' } },
		expected: 'held draftDiffers',
	},
	{
		when: 'a tax is another',
		order: onDraft({ lines: [anInvoiceLine({ taxes: [OTHER] })] }),
		expected: 'held draftDiffers',
	},
	{
		when: 'a tax was added',
		order: onDraft({ lines: [anInvoiceLine({ taxes: [TAX, OTHER] })] }),
		expected: 'held draftDiffers',
	},
	{
		when: 'the taxes stand in another order',
		order: onDraft({ lines: [anInvoiceLine({ taxes: [OTHER, TAX] })] }, { taxes: [TAX, OTHER] }),
		expected: 'release',
	},
	{
		when: 'the product is another',
		order: onDraft({ lines: [anInvoiceLine({ product: OTHER })] }),
		expected: 'held draftDiffers',
	},
	{
		when: 'the unit is another',
		order: onDraft({ lines: [anInvoiceLine({ unit: OTHER })] }),
		expected: 'held draftDiffers',
	},
	{
		when: 'a price was credited, and it has the same pieces once more and some that were never shipped',
		order: {
			lines: [aLine({ delivered: 4, invoiced: 1 })],
			transfers: HALF_SHIPPED.transfers,
			invoices: [
				{ ...allowance(4, 10), lines: [anInvoiceLine({ quantity: -4, unitPrice: 10 })] },
				anInvoice({ id: 11, lines: [anInvoiceLine({ quantity: 5 })] }),
			],
		},
		expected: 'held draftDiffers',
	},
	{
		when: 'it credits a piece that the customer keeps',
		policy: { allowsCreditNotes: true },
		order: creditDraft({ invoiced: 9 }, -1),
		expected: 'held draftDiffers',
	},
	{
		when: 'it credits more pieces than came back',
		policy: { allowsCreditNotes: true },
		order: creditDraft({ delivered: 9, invoiced: 8 }, -2),
		expected: 'held draftDiffers',
	},
	{
		when: 'it credits fewer pieces than came back',
		policy: { allowsCreditNotes: true },
		order: creditDraft({ delivered: 7, invoiced: 8 }, -2),
		expected: 'held overInvoiced',
	},
	{
		when: 'it takes in more than was agreed',
		order: tradeInDraft(-2),
		expected: 'held draftDiffers',
	},
	{ when: 'it takes in what was agreed', order: tradeInDraft(-1), expected: 'release' },
	{
		when: 'somebody deleted the discount from it',
		order: withoutReduction({ invoicedBy: 'ordered', ordered: 1, unitPrice: -400 }),
		expected: 'held overInvoiced',
	},
	{
		when: 'somebody deleted from it what is taken in',
		order: withoutReduction({ invoicedBy: 'ordered', ordered: -1, unitPrice: 150 }),
		expected: 'held overInvoiced',
	},
	{
		when: 'what will be taken in has not come yet',
		order: withoutReduction({ invoicedBy: 'delivered', ordered: -1, unitPrice: 150 }),
		expected: 'release',
	},
	{
		when: 'it leaves out the discount, and asks for no more than is owed with it',
		order: {
			...HALF_SHIPPED,
			lines: [
				aLine({ delivered: 4, invoiced: 4 }),
				aLine({
					id: 3,
					kind: 'service',
					invoicedBy: 'ordered',
					ordered: 1,
					delivered: 0,
					unitPrice: -400,
				}),
			],
			invoices: [anInvoice({ lines: [anInvoiceLine({ quantity: 4 })] })],
		},
		expected: 'release restNotInvoiced',
	},
	{
		when: 'it is a credit note, which has no payment terms',
		policy: { allowsCreditNotes: true },
		order: onDraft({ kind: 'creditNote', paymentTerm: null, total: -1150 }),
		expected: 'release',
	},
]);

table('money over the whole history', [
	{
		when: 'a price was lowered by a credit note over all pieces',
		order: { lines: [aLine({ invoiced: 0 })], invoices: [posted, allowance(10, 5)] },
		expected: 'held refundedBefore',
	},
	{
		when: 'a price was lowered on one piece, and a draft has what was delivered since',
		order: {
			lines: [aLine({ invoiced: 9 })],
			invoices: [
				anInvoice({ state: 'posted', number: 'INV/1', lines: [anInvoiceLine({ quantity: 6 })] }),
				allowance(1, 1),
				anInvoice({ id: 11, lines: [anInvoiceLine({ quantity: 4 })] }),
			],
		},
		expected: 'release',
	},
	{
		when: 'Odoo counts more as delivered than is owed by now',
		order: { ...HALF_SHIPPED, lines: [aLine({ delivered: 4, toInvoice: 7 })] },
		expected: 'held overInvoiced',
	},
	{
		when: 'a trade-in stands beside goods',
		order: {
			lines: [
				aLine(),
				aLine({
					id: 3,
					kind: 'service',
					invoicedBy: 'ordered',
					ordered: -1,
					delivered: 0,
					unitPrice: 150,
				}),
			],
		},
		expected: 'release',
	},
	{
		when: 'a discount is more than the first delivery',
		order: {
			...HALF_SHIPPED,
			lines: [
				...HALF_SHIPPED.lines,
				aLine({
					id: 3,
					kind: 'service',
					invoicedBy: 'ordered',
					ordered: 1,
					delivered: 0,
					unitPrice: -500,
				}),
			],
		},
		expected: 'held creditNoteNotAllowed',
	},
	{
		when: 'everything that was invoiced came back',
		policy: { allowsCreditNotes: true, milestone: 'fullyShipped' },
		order: {
			lines: [aLine({ delivered: 0, invoiced: 10 })],
			transfers: [aTransfer(), aTransfer({ id: 2, direction: 'return' })],
			invoices: [posted],
		},
		expected: 'release',
	},
	{
		when: 'everything that was invoiced came back, and nothing may be credited',
		order: {
			lines: [aLine({ delivered: 0, invoiced: 10 })],
			transfers: [aTransfer(), aTransfer({ id: 2, direction: 'return' })],
			invoices: [posted],
		},
		expected: 'held creditNoteNotAllowed',
	},
	{
		when: 'nothing is left to be invoiced, and the down payment was never deducted',
		order: { lines: [aLine({ invoiced: 10 }), downPayment], invoices: [posted] },
		expected: 'held downPayment',
	},
	{
		when: 'it may be credited',
		policy: { allowsCreditNotes: true },
		order: { lines: [aLine({ invoiced: 10 }), downPayment], invoices: [posted] },
		expected: 'release',
	},
]);

const { company } = anOrder();
const depot = { id: 2, name: 'Depot' };
const closed = (books: string | null, taxes: string | null = null) => ({
	company: { ...company, closedUntil: { books, taxes } },
});
table('currency, company and dates', [
	{
		when: 'the draft is in another currency',
		order: { lines: [aLine({ invoiced: 10 })], invoices: [anInvoice({ currency: 'USD' })] },
		expected: 'held currencyDiffers',
	},
	{
		when: 'the draft belongs to another company',
		order: { lines: [aLine({ invoiced: 10 })], invoices: [anInvoice({ company: depot })] },
		expected: 'held companyDiffers',
	},
	{
		when: 'the customer belongs to another company',
		order: lacking({ company: depot }),
		expected: 'held companyDiffers',
	},
	{
		when: 'the transfer belongs to another company',
		order: { transfers: [aTransfer({ company: depot })] },
		expected: 'held companyDiffers',
	},
	{
		when: 'customer and transfer belong to the company that the order’s is a branch of',
		order: {
			...lacking({ company: depot }),
			company: { ...company, aboveIds: [2] },
			transfers: [aTransfer({ company: depot })],
		},
		expected: 'release',
	},
	{
		when: 'the draft belongs to the company that the order’s is a branch of',
		order: {
			company: { ...company, aboveIds: [2] },
			lines: [aLine({ invoiced: 10 })],
			invoices: [anInvoice({ company: depot })],
		},
		expected: 'held companyDiffers',
	},
	{
		when: 'the books are closed up to yesterday',
		policy: { cutOff: { date: '2026-11-21', then: 'hold' } },
		expected: 'release',
	},
	{
		when: 'the books are closed up to today',
		policy: { cutOff: { date: '2026-11-22', then: 'hold' } },
		expected: 'held periodClosed',
	},
	{
		when: 'the books are closed and the invoice moves to the first open day',
		policy: { cutOff: { date: '2026-11-22', then: 'nextDay' } },
		expected: 'release',
	},
	{
		when: 'Odoo closes its books up to yesterday',
		order: closed('2026-11-21'),
		expected: 'release',
	},
	{
		when: 'Odoo closes its books up to today',
		order: closed('2026-11-22'),
		expected: 'held periodClosed',
	},
	{
		when: 'Odoo closes its books up to today, and the invoice moves to the first open day',
		policy: { cutOff: { date: null, then: 'nextDay' } },
		order: closed('2026-11-22'),
		expected: 'release',
	},
	{
		when: 'Odoo closes its books later than the policy',
		policy: { cutOff: { date: '2026-10-31', then: 'hold' } },
		order: closed('2026-11-22'),
		expected: 'held periodClosed',
	},
	{
		when: 'Odoo closes the tax returns up to today',
		order: closed(null, '2026-11-22'),
		expected: 'held periodClosed',
	},
	{
		when: 'Odoo closes the tax returns up to today, and there is no tax',
		order: { ...closed(null, '2026-11-22'), lines: [aLine({ taxes: [] })] },
		expected: 'release',
	},
	{
		when: 'the date of a draft lies where Odoo closed the tax returns',
		policy: { cutOff: { date: null, then: 'nextDay' } },
		order: { ...closed(null, '2026-11-20'), ...onDraft({ date: '2026-11-20' }) },
		expected: 'held periodClosed',
	},
	{
		when: 'the delivery lies in the closed books',
		policy: { invoiceDate: 'lastDelivery', cutOff: { date: '2026-11-20', then: 'hold' } },
		expected: 'held periodClosed',
	},
	{
		when: 'a draft is dated into the closed books',
		policy: { cutOff: { date: '2026-11-20', then: 'nextDay' } },
		order: { lines: [aLine({ invoiced: 10 })], invoices: [anInvoice({ date: '2026-11-19' })] },
		expected: 'held periodClosed',
	},
]);

describe('the plan of a release', () => {
	const plan = (order: Partial<InvoicingOrder>, policy: Partial<InvoicePolicy> = {}) => {
		const decision = decideRelease(anOrder(order), aPolicy(policy), TODAY);
		return decision.kind === 'release' ? decision.plan : undefined;
	};
	it.each([
		{
			when: 'nothing is invoiced',
			order: {},
			policy: {},
			expected: { creates: true, deducts: false, consolidates: false, date: TODAY },
		},
		{
			when: 'a draft covers all',
			order: { lines: [aLine({ invoiced: 10 })], invoices: [anInvoice()] },
			policy: {},
			expected: { creates: false, deducts: false },
		},
		{
			when: 'a draft covers the first delivery, or was cut',
			order: { lines: [aLine({ invoiced: 4 })], invoices: [anInvoice()] },
			policy: {},
			expected: { creates: false },
		},
		{
			when: 'a down payment, and all is shipped',
			order: { lines: [aLine(), downPayment] },
			policy: {},
			expected: { deducts: true },
		},
		{
			when: 'a down payment, and half is shipped',
			order: { ...HALF_SHIPPED, lines: [...HALF_SHIPPED.lines, downPayment] },
			policy: {},
			expected: { deducts: false },
		},
		{
			when: 'a return is credited',
			order: returned,
			policy: { allowsCreditNotes: true, consolidates: true },
			expected: { deducts: true, consolidates: false },
		},
		{
			when: 'the customer wants one invoice',
			order: {},
			policy: { consolidates: true },
			expected: { consolidates: true },
		},
		{
			when: 'the invoice is dated by the delivery',
			order: {},
			policy: { invoiceDate: 'lastDelivery' as const },
			expected: { date: '2026-11-20' },
		},
		{
			when: 'the invoice is dated by the month',
			order: {},
			policy: { invoiceDate: 'endOfMonth' as const },
			expected: { date: '2026-11-30' },
		},
		{
			when: 'the books are closed',
			order: {},
			policy: { cutOff: { date: '2026-11-30', then: 'nextDay' as const } },
			expected: { date: '2026-12-01' },
		},
	])('when $when', ({ order, policy, expected }) => {
		expect(plan(order, policy)).toMatchObject(expected);
	});
});
