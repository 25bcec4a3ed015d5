import {
	amountOf,
	decideCreditLimit,
	type CreditLimit,
} from '../../../../nodes/shared/ledger/core/creditLimit';

const CASES: readonly {
	readonly when: string;
	readonly facts: Parameters<typeof decideCreditLimit>[0];
	readonly limit: CreditLimit;
	readonly amount: number | null;
}[] = [
	{
		when: 'it differs from the default',
		facts: { amount: 300, differsFromDefault: true },
		limit: { kind: 'own', amount: 300 },
		amount: 300,
	},
	{
		when: 'it is a zero, and the default is not',
		facts: { amount: 0, differsFromDefault: true },
		limit: { kind: 'own', amount: 0 },
		amount: 0,
	},
	{
		when: 'it is below zero',
		facts: { amount: -1, differsFromDefault: true },
		limit: { kind: 'own', amount: -1 },
		amount: -1,
	},
	{
		when: 'it is the default',
		facts: { amount: 1_000, differsFromDefault: false },
		limit: { kind: 'companyDefault', amount: 1_000 },
		amount: 1_000,
	},
	{
		when: 'it is the default, which nobody has set',
		facts: { amount: 0, differsFromDefault: false },
		limit: { kind: 'none' },
		amount: null,
	},
	{
		when: 'an Odoo without defaults has an amount',
		facts: { amount: 300, differsFromDefault: null },
		limit: { kind: 'own', amount: 300 },
		amount: 300,
	},
	{
		when: 'an Odoo without defaults has none',
		facts: { amount: 0, differsFromDefault: null },
		limit: { kind: 'none' },
		amount: null,
	},
];

describe('the credit limit', () => {
	it.each(CASES)('when $when, is $limit.kind', ({ facts, limit, amount }) => {
		expect(decideCreditLimit(facts)).toEqual(limit);
		expect(amountOf(limit)).toBe(amount);
	});
});
