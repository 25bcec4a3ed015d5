import type { Account } from '../../../nodes/OdooCreditCheck/core/account';
import type { OrderFacts } from '../../../nodes/OdooCreditCheck/core/order';
import type { Policy } from '../../../nodes/OdooCreditCheck/core/policy';
import { RULES, type RuleCode } from '../../../nodes/OdooCreditCheck/core/rules';
import { account, codes, daysAgo, decideOne, order, owed, policyOf } from './builders';

interface Case {
	readonly when: string;
	readonly code: RuleCode;
	readonly threshold?: number;
	readonly account?: Partial<Account>;
	readonly order?: Partial<OrderFacts>;
	readonly policy?: Partial<Policy>;
	readonly applies: boolean;
}

const group = (limit: number | null) => ({ key: 'group-1-1', limit });

const cases: readonly Case[] = [
	{
		code: 'customer_on_hold',
		when: 'the customer carries the hold flag',
		account: { holdFlag: true },
		applies: true,
	},
	{ code: 'customer_on_hold', when: 'the customer carries none', applies: false },

	{
		code: 'order_on_hold',
		when: 'a person put the tag on the order',
		order: { heldByHand: true },
		applies: true,
	},
	{ code: 'order_on_hold', when: 'nobody did', applies: false },

	{
		code: 'no_credit',
		when: 'the limit is zero and the customer would owe a cent',
		account: { odooLimit: 0 },
		order: { total: 0.01 },
		applies: true,
	},
	{
		code: 'no_credit',
		when: 'the limit is zero and a payment covers the order',
		account: { odooLimit: 0, items: [owed(-100)] },
		applies: false,
	},
	{
		code: 'no_credit',
		when: 'the limit is zero and a payment is a cent short',
		account: { odooLimit: 0, items: [owed(-99.99)] },
		applies: true,
	},
	{ code: 'no_credit', when: 'the limit is a cent', account: { odooLimit: 0.01 }, applies: false },
	{
		code: 'no_credit',
		when: 'the limit is not managed',
		account: { odooLimit: null },
		applies: false,
	},

	{
		code: 'limit_exceeded',
		when: 'the exposure is a cent below the limit',
		order: { total: 999.99 },
		applies: false,
	},
	{
		code: 'limit_exceeded',
		when: 'the exposure is at the limit',
		order: { total: 1_000 },
		applies: false,
	},
	{
		code: 'limit_exceeded',
		when: 'the exposure is a cent above the limit',
		order: { total: 1_000.01 },
		applies: true,
	},
	{
		code: 'limit_exceeded',
		when: 'the exposure is at limit and tolerance',
		policy: { tolerance: 10 },
		order: { total: 1_100 },
		applies: false,
	},
	{
		code: 'limit_exceeded',
		when: 'the exposure is a cent above limit and tolerance',
		policy: { tolerance: 10 },
		order: { total: 1_100.01 },
		applies: true,
	},
	{
		code: 'limit_exceeded',
		when: 'the limit is not managed',
		account: { odooLimit: null },
		order: { total: 1e9 },
		applies: false,
	},
	{
		code: 'limit_exceeded',
		when: 'the policy has its own, lower limit',
		policy: { limit: { kind: 'fixed', amount: 99.99 } },
		applies: true,
	},
	{
		code: 'limit_exceeded',
		when: 'the policy manages no limits',
		policy: { limit: { kind: 'none' } },
		order: { total: 1e9 },
		applies: false,
	},

	{
		code: 'group_limit_exceeded',
		when: "the group's exposure is at its limit",
		account: { group: group(100) },
		applies: false,
	},
	{
		code: 'group_limit_exceeded',
		when: "the group's exposure is a cent above",
		account: { group: group(99.99) },
		applies: true,
	},
	{
		code: 'group_limit_exceeded',
		when: 'the group has no credit',
		account: { group: group(0) },
		order: { total: 0.01 },
		applies: true,
	},
	{
		code: 'group_limit_exceeded',
		when: "the group's limit is not managed",
		account: { group: group(null) },
		applies: false,
	},
	{ code: 'group_limit_exceeded', when: 'there is no group', applies: false },

	{
		code: 'limit_not_managed',
		when: 'no limit is set',
		account: { odooLimit: null },
		applies: true,
	},
	{
		code: 'limit_not_managed',
		when: 'the limit is zero',
		account: { odooLimit: 0 },
		applies: false,
	},

	{
		code: 'overdue_days',
		when: 'the oldest debt is a day below',
		threshold: 30,
		account: { items: [owed(1, 29)] },
		applies: false,
	},
	{
		code: 'overdue_days',
		when: 'the oldest debt is at the threshold',
		threshold: 30,
		account: { items: [owed(1, 30)] },
		applies: false,
	},
	{
		code: 'overdue_days',
		when: 'the oldest debt is a day above',
		threshold: 30,
		account: { items: [owed(1, 31)] },
		applies: true,
	},
	{
		code: 'overdue_days',
		when: 'a debt is due today and nothing overdue is allowed',
		account: { items: [owed(1, 0)] },
		applies: false,
	},
	{
		code: 'overdue_days',
		when: 'a debt was due yesterday and nothing overdue is allowed',
		account: { items: [owed(1, 1)] },
		applies: true,
	},
	{
		code: 'overdue_days',
		when: 'a payment covers the old debt',
		threshold: 30,
		account: { items: [owed(50, 90), owed(-50, 0)] },
		applies: false,
	},
	{
		code: 'overdue_days',
		when: 'a payment covers the old debt but for a cent',
		threshold: 30,
		account: { items: [owed(50, 90), owed(-49.99, 0)] },
		applies: true,
	},

	{
		code: 'overdue_amount',
		when: 'a cent less is overdue',
		threshold: 500,
		account: { items: [owed(499.99, 5)] },
		applies: false,
	},
	{
		code: 'overdue_amount',
		when: 'exactly that is overdue',
		threshold: 500,
		account: { items: [owed(500, 5)] },
		applies: false,
	},
	{
		code: 'overdue_amount',
		when: 'a cent more is overdue',
		threshold: 500,
		account: { items: [owed(500.01, 5)] },
		applies: true,
	},

	{
		code: 'overdue_share',
		when: 'overdue is a cent below the share of the limit',
		threshold: 10,
		account: { items: [owed(99.99, 5)] },
		applies: false,
	},
	{
		code: 'overdue_share',
		when: 'overdue is at the share of the limit',
		threshold: 10,
		account: { items: [owed(100, 5)] },
		applies: false,
	},
	{
		code: 'overdue_share',
		when: 'overdue is a cent above the share of the limit',
		threshold: 10,
		account: { items: [owed(100.01, 5)] },
		applies: true,
	},
	{
		code: 'overdue_share',
		when: 'anything is overdue and there is no credit',
		threshold: 10,
		account: { odooLimit: 0, items: [owed(0.01, 5)] },
		applies: true,
	},
	{
		code: 'overdue_share',
		when: 'the limit is not managed',
		threshold: 10,
		account: { odooLimit: null, items: [owed(1e6, 5)] },
		applies: false,
	},

	{
		code: 'document_value',
		when: 'the order is a cent below',
		threshold: 250,
		order: { total: 249.99 },
		applies: false,
	},
	{
		code: 'document_value',
		when: 'the order is at the value',
		threshold: 250,
		order: { total: 250 },
		applies: false,
	},
	{
		code: 'document_value',
		when: 'the order is a cent above',
		threshold: 250,
		order: { total: 250.01 },
		applies: true,
	},

	{
		code: 'new_customer_cap',
		when: 'a new customer would owe the cap',
		threshold: 300,
		account: { firstInvoiceOn: daysAgo(89) },
		order: { total: 300 },
		applies: false,
	},
	{
		code: 'new_customer_cap',
		when: 'a new customer would owe a cent more',
		threshold: 300,
		account: { firstInvoiceOn: daysAgo(89) },
		order: { total: 300.01 },
		applies: true,
	},
	{
		code: 'new_customer_cap',
		when: 'the first invoice is just old enough',
		threshold: 300,
		account: { firstInvoiceOn: daysAgo(90) },
		order: { total: 300.01 },
		applies: false,
	},
	{
		code: 'new_customer_cap',
		when: 'there was no invoice at all',
		threshold: 300,
		account: { firstInvoiceOn: null },
		order: { total: 300.01 },
		applies: true,
	},

	{
		code: 'first_order',
		when: 'there was no invoice yet',
		account: { firstInvoiceOn: null },
		applies: true,
	},
	{
		code: 'first_order',
		when: 'there was one today',
		account: { firstInvoiceOn: daysAgo(0) },
		applies: false,
	},

	{
		code: 'terms_changed',
		when: "the terms are the customer's",
		order: {
			paymentTerm: { id: 3, name: '30 Days' },
			term: { id: 3, days: 30 },
			usualTerm: { id: 3, days: 30 },
		},
		applies: false,
	},
	{
		code: 'terms_changed',
		when: 'the terms are longer',
		order: {
			paymentTerm: { id: 4, name: '60 Days' },
			term: { id: 4, days: 60 },
			usualTerm: { id: 3, days: 30 },
		},
		applies: true,
	},
	{
		code: 'terms_changed',
		when: 'the terms are shorter',
		order: {
			paymentTerm: { id: 4, name: '15 Days' },
			term: { id: 4, days: 15 },
			usualTerm: { id: 3, days: 30 },
		},
		applies: false,
	},
	{
		code: 'terms_changed',
		when: 'nothing says how long other terms are',
		order: {
			paymentTerm: { id: 4, name: '60 Days' },
			term: { id: 4, days: null },
			usualTerm: { id: 3, days: null },
		},
		applies: true,
	},
	{
		code: 'terms_changed',
		when: 'the customer has none and the order some',
		order: { paymentTerm: { id: 4, name: '60 Days' }, term: { id: 4, days: 60 } },
		applies: true,
	},
	{
		code: 'terms_changed',
		when: 'the order is to be paid at once',
		order: { usualTerm: { id: 3, days: 30 } },
		applies: false,
	},

	{
		code: 'release_unproven',
		when: 'the tag is gone and nothing says by whom',
		order: { releaseUnproven: true },
		applies: true,
	},
	{ code: 'release_unproven', when: 'the tag stands', order: {}, applies: false },

	{
		code: 'missing_data',
		when: 'something is missing',
		account: { missingData: ['Tax ID'] },
		applies: true,
	},
	{ code: 'missing_data', when: 'nothing is', applies: false },

	{
		code: 'slow_payer',
		when: 'invoices were paid late by just less',
		threshold: 15,
		account: {
			settlements: [
				{ amount: 100, daysLate: 15 },
				{ amount: 0.01, daysLate: 14 },
			],
		},
		applies: false,
	},
	{
		code: 'slow_payer',
		when: 'invoices were paid late by exactly that',
		threshold: 15,
		account: {
			settlements: [
				{ amount: 10, daysLate: 30 },
				{ amount: 10, daysLate: 0 },
			],
		},
		applies: false,
	},
	{
		code: 'slow_payer',
		when: 'invoices were paid late by just more',
		threshold: 15,
		account: {
			settlements: [
				{ amount: 100, daysLate: 15 },
				{ amount: 0.01, daysLate: 16 },
			],
		},
		applies: true,
	},
	{ code: 'slow_payer', when: 'nothing was paid yet', threshold: 0, applies: false },

	{
		code: 'broken_promises',
		when: 'as many were broken as allowed',
		threshold: 1,
		account: { brokenPromises: 1 },
		applies: false,
	},
	{
		code: 'broken_promises',
		when: 'one more was',
		threshold: 1,
		account: { brokenPromises: 2 },
		applies: true,
	},
	{ code: 'broken_promises', when: 'nobody counts them', threshold: 0, applies: false },

	{ code: 'dispute_open', when: 'no invoice is disputed', applies: false },
	{ code: 'dispute_open', when: 'one is', account: { openDisputes: 1 }, applies: true },
	{
		code: 'dispute_open',
		when: 'one is and one is allowed',
		threshold: 1,
		account: { openDisputes: 1 },
		applies: false,
	},
];

const decisionOf = (
	{ code, threshold = 0, account: facts, order: orderFacts, policy }: Case,
	reaction: 'approve' | 'ask' | 'hold',
) =>
	decideOne({
		accounts: [account(facts)],
		orders: [order(orderFacts)],
		rules: { policy: policyOf({ [code]: { reaction, threshold } }, policy) },
	});

const RULE_CODES = RULES.map(({ code }) => code);

/** It decides about what other rules stop, and nothing by itself. */
const decidesAlone = ({ code, applies }: Case): boolean =>
	!(code === 'release_unproven' && applies);

describe('every rule', () => {
	it.each(cases.filter(decidesAlone))('$code: $when, applies: $applies', (one) => {
		expect(codes(decisionOf(one, 'hold'))).toEqual(one.applies ? [one.code] : []);
		expect(decisionOf(one, 'hold').decision).toBe(one.applies ? 'onHold' : 'approved');
		expect(decisionOf(one, 'ask').decision).toBe(one.applies ? 'needsApproval' : 'approved');
		expect(decisionOf(one, 'approve').decision).toBe('approved');
	});

	it('release_unproven takes the place of what stopped the order, whatever it answers', () => {
		for (const [reaction, decision] of [
			['ask', 'needsApproval'],
			['hold', 'onHold'],
			['approve', 'approved'],
			['off', 'onHold'],
		] as const) {
			const decided = decideOne({
				accounts: [account({ items: [owed(10, 60)] })],
				orders: [order({ releaseUnproven: true })],
				rules: {
					policy: policyOf({
						overdue_days: { reaction: 'hold', threshold: 0 },
						release_unproven: { reaction, threshold: 0 },
					}),
				},
			});
			expect(decided.decision).toBe(decision);
		}
	});

	it('has a case where it applies and one where it does not', () => {
		const seen = (applies: boolean) =>
			new Set(cases.filter((one) => one.applies === applies).map(({ code }) => code));
		expect([...seen(true)].sort()).toEqual([...RULE_CODES].sort());
		expect([...seen(false)].sort()).toEqual([...RULE_CODES].sort());
	});

	it('is silent when it is off', () => {
		for (const one of cases)
			expect(
				decideOne({
					accounts: [account(one.account)],
					orders: [order(one.order)],
					rules: { policy: policyOf({}, one.policy) },
				}).reasons,
			).toEqual([]);
	});
});

describe('reasons', () => {
	it('are all kept, and the most severe one decides', () => {
		const decision = decideOne({
			accounts: [account({ items: [owed(2_000, 50)], missingData: ['Tax ID'] })],
			rules: {
				policy: policyOf({
					missing_data: { reaction: 'approve', threshold: 0 },
					limit_exceeded: { reaction: 'ask', threshold: 0 },
					overdue_days: { reaction: 'hold', threshold: 30 },
				}),
			},
		});
		expect(decision.decision).toBe('onHold');
		expect(decision.reasons.map(({ code, reaction }) => `${code} ${reaction}`)).toEqual([
			'limit_exceeded ask',
			'overdue_days hold',
			'missing_data approve',
		]);
	});
});
