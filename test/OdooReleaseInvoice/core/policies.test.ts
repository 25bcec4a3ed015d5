import {
	choosePolicy,
	forDebtors,
	type PolicyScope,
} from '../../../nodes/OdooReleaseInvoice/core/choosePolicy';
import { draftTexts } from '../../../nodes/OdooReleaseInvoice/core/draftTexts';
import { listPriceOf } from '../../../nodes/OdooReleaseInvoice/core/listPrice';
import { anInvoice, anOrder, aPolicy } from '../invoicingOrder';

const override = (scope: PolicyScope, milestone: 'onOrder' | 'fullyShipped' = 'onOrder') => ({
	scope,
	changes: { milestone },
});
const order = anOrder({
	tags: ['Project'],
	customer: {
		...anOrder().customer,
		id: 4,
		account: { id: 3, name: 'Azure' },
		tags: ['Key Account'],
	},
});

/** The debtor of each contact. */
const ACCOUNTS = new Map([
	[3, 3],
	[4, 3],
	[5, 5],
	[6, 3],
]);

describe('the policy of an order', () => {
	it.each([
		{ when: 'there is no override', overrides: [], expected: 'shipped' },
		{
			when: 'the customer has its own',
			overrides: [override({ kind: 'customer', customerId: 4 })],
			expected: 'onOrder',
		},
		{
			when: "the customer's company has its own",
			overrides: [override({ kind: 'customer', customerId: 3 })],
			expected: 'onOrder',
		},
		{
			when: 'a contact of the company has its own',
			overrides: [override({ kind: 'customer', customerId: 6 })],
			expected: 'onOrder',
		},
		{
			when: 'another customer has its own',
			overrides: [override({ kind: 'customer', customerId: 5 })],
			expected: 'shipped',
		},
		{
			when: 'a tag of the customer has its own',
			overrides: [override({ kind: 'customerTag', tag: 'key account ' })],
			expected: 'onOrder',
		},
		{
			when: 'a tag of the order has its own',
			overrides: [override({ kind: 'orderTag', tag: 'Project' })],
			expected: 'onOrder',
		},
		{
			when: 'a customer tag has the name of the order tag',
			overrides: [override({ kind: 'customerTag', tag: 'Project' })],
			expected: 'shipped',
		},
		{
			when: 'two fit',
			overrides: [
				override({ kind: 'orderTag', tag: 'Project' }, 'fullyShipped'),
				override({ kind: 'customer', customerId: 4 }),
			],
			expected: 'fullyShipped',
		},
	])('when $when: $expected', ({ overrides, expected }) => {
		const book = forDebtors({ standard: aPolicy(), overrides }, ACCOUNTS);
		expect(choosePolicy(book, order).milestone).toBe(expected);
	});
});

describe('the texts of a draft', () => {
	const shared = anInvoice({ orderIds: [7, 8] });
	const supplied = (reference: string | null, narration: string | null = null) => ({
		proof: null,
		reference,
		narration,
	});
	const texts = (...orders: readonly Parameters<typeof anOrder>[0][]) =>
		draftTexts(
			orders.map((more) => anOrder(more)),
			() => '2026-11-22',
		);

	it.each([
		{
			when: 'nothing is supplied',
			orders: [{ invoices: [anInvoice()] }],
			expected: [{ date: '2026-11-22', reference: null, narration: null }],
		},
		{
			when: 'the draft has a date',
			orders: [{ invoices: [anInvoice({ date: '2026-11-01' })] }],
			expected: [{ date: null }],
		},
		{
			when: 'a reference is supplied',
			orders: [{ invoices: [anInvoice()], supplied: supplied('PO 1') }],
			expected: [{ reference: 'PO 1' }],
		},
		{
			when: 'the draft has that reference already',
			orders: [{ invoices: [anInvoice({ reference: 'PO 1' })], supplied: supplied('PO 1') }],
			expected: [{ reference: null }],
		},
		{
			when: 'two orders share the draft',
			orders: [
				{ invoices: [shared], supplied: supplied('PO 1') },
				{ id: 8, invoices: [shared], supplied: supplied('PO 2') },
			],
			expected: [{ reference: 'PO 1, PO 2' }],
		},
		{
			when: 'the narration is there already',
			orders: [
				{
					invoices: [anInvoice({ narration: '<p>Thanks</p>' })],
					supplied: supplied(null, '<p>Thanks</p>'),
				},
			],
			expected: [{ narration: null }],
		},
	])('when $when', ({ orders, expected }) => {
		expect(texts(...orders)).toMatchObject(expected);
	});
});

describe('the price by a pricelist', () => {
	const rule = {
		compute: 'percentage',
		base: 'list_price',
		fixedPrice: 0,
		percentOff: 0,
		formulaOff: 0,
		surcharge: 0,
		rounds: false,
	};
	it.each([
		{ when: 'there is no rule', rule: null, listPrice: 100, expected: 100 },
		{
			when: 'the price is fixed',
			rule: { ...rule, compute: 'fixed', fixedPrice: 80 },
			listPrice: null,
			expected: 80,
		},
		{
			when: 'a percentage is taken off',
			rule: { ...rule, percentOff: 12.5 },
			listPrice: 100,
			expected: 87.5,
		},
		{
			when: 'a formula takes off and adds',
			rule: { ...rule, compute: 'formula', formulaOff: 10, surcharge: 5 },
			listPrice: 100,
			expected: 95,
		},
		{
			when: 'the rule starts from the cost',
			rule: { ...rule, compute: 'formula', base: 'standard_price' },
			listPrice: 100,
			expected: null,
		},
		{ when: 'the rule rounds', rule: { ...rule, rounds: true }, listPrice: 100, expected: null },
		{ when: 'the product is priced in another currency', rule, listPrice: null, expected: null },
	])('when $when: $expected', ({ rule: priced, listPrice, expected }) => {
		expect(listPriceOf(priced, listPrice)).toBe(expected);
	});
});
