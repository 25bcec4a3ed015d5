import type { Account } from '../../../nodes/OdooCreditCheck/core/account';
import type { OrderFacts } from '../../../nodes/OdooCreditCheck/core/order';
import type { RuleCode } from '../../../nodes/OdooCreditCheck/core/rules';
import { explain } from '../../../nodes/OdooCreditCheck/core/explain';
import { account, daysAgo, decideOne, earlier, order, owed, policyOf } from './builders';

interface Case {
	readonly code: RuleCode;
	readonly threshold?: number;
	readonly account?: Partial<Account>;
	readonly order?: Partial<OrderFacts>;
	readonly says: string;
}

const late = (days: number) => ({ items: [owed(1_280, days)] });

const cases: readonly Case[] = [
	{
		code: 'overdue_days',
		account: late(1),
		says: 'The oldest unpaid invoice is 1 day overdue (allowed: 0 days).',
	},
	{
		code: 'overdue_days',
		threshold: 1,
		account: late(45),
		says: 'The oldest unpaid invoice is 45 days overdue (allowed: 1 day).',
	},
	{
		code: 'overdue_amount',
		account: late(1),
		says: 'The customer has 1,280.00 EUR overdue (allowed: 0.00 EUR).',
	},
	{
		code: 'overdue_share',
		threshold: 10,
		account: late(1),
		says: 'Overdue invoices make up 128% of the credit limit (allowed: 10%).',
	},
	{
		code: 'overdue_share',
		account: { ...late(1), odooLimit: 0 },
		says: 'The customer has overdue invoices and no credit (limit of zero).',
	},
	{
		code: 'broken_promises',
		account: { brokenPromises: 1 },
		says: 'The customer broke 1 promise to pay (allowed: 0).',
	},
	{
		code: 'broken_promises',
		threshold: 1,
		account: { brokenPromises: 2 },
		says: 'The customer broke 2 promises to pay (allowed: 1).',
	},
	{ code: 'dispute_open', account: { openDisputes: 1 }, says: 'The customer disputes 1 invoice.' },
	{ code: 'dispute_open', account: { openDisputes: 3 }, says: 'The customer disputes 3 invoices.' },
	{
		code: 'slow_payer',
		threshold: 1,
		account: { settlements: [{ amount: 10, daysLate: 2.5 }] },
		says: 'The customer pays 2.5 days late on average (allowed: 1 day).',
	},
	{
		code: 'document_value',
		threshold: 99,
		says: 'This order is worth 100.00 EUR; orders above 99.00 EUR need approval.',
	},
	{
		code: 'missing_data',
		account: { missingData: ['City', 'Email', 'Tax ID'] },
		says: 'Customer data is missing: City, Email and Tax ID.',
	},
];

describe('the sentence of a reason', () => {
	it.each(cases)('$code: $says', ({ code, threshold = 0, says, ...facts }) => {
		const decision = decideOne({
			accounts: [account(facts.account)],
			orders: [order(facts.order)],
			rules: { policy: policyOf({ [code]: { reaction: 'ask', threshold } }) },
		});
		expect(explain(decision).reasons).toEqual([says]);
	});

	it('of an approval that is kept has the day as people write it', () => {
		const decision = decideOne({
			orders: [order({ earlier: earlier({ on: daysAgo(2) }) })],
			rules: { validity: { days: 7, growth: 0 } },
		});
		expect(explain(decision).reasons).toEqual([
			'Approved on Nov 20, 2026; that approval is still valid.',
		]);
	});
});

describe('the approval of a decision', () => {
	it('names level, approvers, and who may not approve', () => {
		const row = { upToOverLimit: null, upToTotal: null, segments: [], reasons: [] };
		const approvers = [
			{ id: 21, name: 'Ann' },
			{ id: 22, name: 'Bob' },
			{ id: 11, name: 'Sam Sales' },
		];
		const decision = decideOne({
			orders: [order({ total: 2_000 })],
			rules: { matrix: [{ ...row, level: 'director', approvers }] },
		});
		expect(explain(decision).approval).toBe(
			'Needs approval by Ann or Bob (level: director). May not approve: Sam Sales (salesperson of the order).',
		);
	});
});
