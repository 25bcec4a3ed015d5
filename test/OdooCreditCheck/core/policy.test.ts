import { roundTo } from '../../../nodes/shared/core/exact';
import {
	limitInOdoo,
	limitOf,
	type TemporaryLimit,
} from '../../../nodes/OdooCreditCheck/core/limit';
import { PRESETS, withChange, type Policy } from '../../../nodes/OdooCreditCheck/core/policy';
import { policyFor, segmentsOf, type Segment } from '../../../nodes/OdooCreditCheck/core/segments';
import { account, codes, decideOne, order, owed, TODAY } from './builders';

const limit = (policy: Partial<Policy>, odooLimit: number | null = 1_000) => {
	const found = limitOf(account({ odooLimit }), { ...PRESETS.strict, ...policy }, TODAY);
	return found.kind === 'amount' ? roundTo(found.amount, 2) : found.kind;
};
const temporary = (
	from: string | null,
	to: string | null,
): { readonly temporary: readonly TemporaryLimit[] } => ({
	temporary: [{ amount: 500, from, to }],
});

describe('a zero in Odoo', () => {
	it.each([
		{
			when: 'the customer has it of its own',
			limit: { kind: 'own', amount: 0 },
			usual: 0,
			zero: 0,
		},
		{ when: 'nobody has set a limit', limit: { kind: 'none' }, usual: null, zero: 0 },
		{ when: "the customer's is no zero", limit: { kind: 'own', amount: 9 }, usual: 9, zero: 9 },
		{
			when: "the company's default is no zero",
			limit: { kind: 'companyDefault', amount: 9 },
			usual: 9,
			zero: 9,
		},
	] as const)('counts $usual, or $zero where zero means no credit, when $when', (row) => {
		expect(limitInOdoo(row.limit, { zeroIsNoCredit: false, ownZero: 'noCredit' })).toBe(row.usual);
		expect(limitInOdoo(row.limit, { zeroIsNoCredit: true, ownZero: 'noCredit' })).toBe(row.zero);
	});

	it("of the customer's own may exempt it, and nothing else does", () => {
		const exempts = { zeroIsNoCredit: true, ownZero: 'notLimited' } as const;
		expect(limitInOdoo({ kind: 'own', amount: 0 }, exempts)).toBeNull();
		expect(limitInOdoo({ kind: 'own', amount: 9 }, exempts)).toBe(9);
		expect(limitInOdoo({ kind: 'companyDefault', amount: 9 }, exempts)).toBe(9);
		expect(limitInOdoo({ kind: 'none' }, exempts)).toBe(0);
	});
});

describe('the limit', () => {
	it.each([
		{ when: "Odoo's is set", policy: {}, odoo: 1_000, expected: 1_000 },
		{ when: "Odoo's is zero", policy: {}, odoo: 0, expected: 'noCredit' },
		{ when: "Odoo's is blank", policy: {}, odoo: null, expected: 'notManaged' },
		{
			when: 'it is fixed',
			policy: { limit: { kind: 'fixed', amount: 70 } as const },
			odoo: 1_000,
			expected: 70,
		},
		{
			when: 'it is fixed at zero',
			policy: { limit: { kind: 'fixed', amount: 0 } as const },
			odoo: 1_000,
			expected: 'noCredit',
		},
		{
			when: 'it is none',
			policy: { limit: { kind: 'none' } as const },
			odoo: 1_000,
			expected: 'notManaged',
		},
		{
			when: 'a temporary one begins today',
			policy: temporary(TODAY, null),
			odoo: 1_000,
			expected: 1_500,
		},
		{
			when: 'a temporary one ends today',
			policy: temporary(null, TODAY),
			odoo: 1_000,
			expected: 1_500,
		},
		{
			when: 'a temporary one begins tomorrow',
			policy: temporary('2026-11-23', null),
			odoo: 1_000,
			expected: 1_000,
		},
		{
			when: 'a temporary one ended yesterday',
			policy: temporary(null, '2026-11-21'),
			odoo: 1_000,
			expected: 1_000,
		},
		{
			when: 'a temporary one lifts "no credit"',
			policy: temporary(null, null),
			odoo: 0,
			expected: 500,
		},
		{
			when: 'a temporary one meets a blank limit',
			policy: temporary(null, null),
			odoo: null,
			expected: 'notManaged',
		},
	])('when $when: $expected', ({ policy, odoo, expected }) => {
		expect(limit(policy, odoo)).toBe(expected);
	});
});

describe('the presets', () => {
	it.each([
		{
			when: 'ten percent above the limit',
			preset: 'strict',
			facts: { total: 1_100 },
			decision: 'onHold',
		},
		{
			when: 'ten percent above the limit',
			preset: 'standard',
			facts: { total: 1_100 },
			decision: 'needsApproval',
		},
		{
			when: 'ten percent above the limit',
			preset: 'lenient',
			facts: { total: 1_100 },
			decision: 'approved',
		},
		{
			when: 'a cent more',
			preset: 'lenient',
			facts: { total: 1_100.01 },
			decision: 'needsApproval',
		},
	] as const)('$preset, $when: $decision', ({ preset, facts, decision }) => {
		expect(decideOne({ orders: [order(facts)], rules: { policy: PRESETS[preset] } }).decision).toBe(
			decision,
		);
	});

	it.each([
		{ days: 1, decisions: ['onHold', 'approved', 'approved'] },
		{ days: 31, decisions: ['onHold', 'onHold', 'approved'] },
		{ days: 61, decisions: ['onHold', 'onHold', 'onHold'] },
	])('$days days overdue: strict, standard, lenient are $decisions', ({ days, decisions }) => {
		const accounts = [account({ items: [owed(50, days)] })];
		expect(
			(['strict', 'standard', 'lenient'] as const).map(
				(preset) => decideOne({ accounts, rules: { policy: PRESETS[preset] } }).decision,
			),
		).toEqual(decisions);
	});
});

const segment = (facts: Partial<Segment>): Segment => ({
	name: 'One',
	by: 'customerTag',
	values: ['5'],
	change: { tolerance: 50 },
	...facts,
});

describe('overrides', () => {
	const customer = account({ customerTagIds: [4, 5], countryId: 49, riskClass: 'bad' });
	const placed = order({ pricelistId: 2, teamId: 3 });

	it.each([
		{ by: 'customerTag', values: ['5', '6'], matches: true },
		{ by: 'customerTag', values: ['6'], matches: false },
		{ by: 'country', values: ['49'], matches: true },
		{ by: 'country', values: ['50'], matches: false },
		{ by: 'customer', values: ['7'], matches: true },
		{ by: 'pricelist', values: ['2'], matches: true },
		{ by: 'pricelist', values: ['7'], matches: false },
		{ by: 'salesTeam', values: ['3'], matches: true },
		{ by: 'riskClass', values: ['bad'], matches: true },
		{ by: 'riskClass', values: ['good'], matches: false },
	] as const)('by $by $values: $matches', ({ by, values, matches }) => {
		expect(segmentsOf([segment({ by, values })], customer, placed)).toHaveLength(matches ? 1 : 0);
	});

	it('do not match what is not set', () => {
		expect(segmentsOf([segment({ by: 'country', values: ['null'] })], account(), order())).toEqual(
			[],
		);
	});

	it('go over the policy, a later one over an earlier one', () => {
		const both = [
			segment({ change: { tolerance: 50, newCustomerDays: 7 } }),
			segment({ change: { tolerance: 20 } }),
		];
		expect(policyFor(PRESETS.standard, both)).toMatchObject({
			tolerance: 20,
			newCustomerDays: 7,
			rules: PRESETS.standard.rules,
		});
	});

	it('may start from another preset and change a rule of it', () => {
		const changed = withChange(PRESETS.lenient, {
			preset: 'strict',
			rules: { overdue_days: { reaction: 'ask', threshold: 3 } },
		});
		expect(changed).toEqual({
			...PRESETS.strict,
			rules: { ...PRESETS.strict.rules, overdue_days: { reaction: 'ask', threshold: 3 } },
		});
	});

	it('are named in the decision they shaped', () => {
		const decision = decideOne({
			accounts: [customer],
			orders: [order({ total: 1_400 })],
			rules: { segments: [segment({ name: 'Key accounts' })] },
		});
		expect(decision).toMatchObject({ decision: 'approved', segments: ['Key accounts'] });
		expect(codes(decision)).toEqual([]);
	});
});
