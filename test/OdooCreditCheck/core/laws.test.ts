import fc from 'fast-check';

import { add, compare, exact, roundTo, sum, type Exact } from '../../../nodes/shared/core/exact';
import { ageingOf } from '../../../nodes/OdooCreditCheck/core/ageing';
import type { CreditDecision } from '../../../nodes/OdooCreditCheck/core/decide';
import type { Account, OpenItem } from '../../../nodes/OdooCreditCheck/core/account';
import type { Rates } from '../../../nodes/OdooCreditCheck/core/facts';
import type { OrderFacts } from '../../../nodes/OdooCreditCheck/core/order';
import type { OpenOrder } from '../../../nodes/OdooCreditCheck/core/openOrder';
import {
	PRESETS,
	type Policy,
	type RuleSettings,
} from '../../../nodes/OdooCreditCheck/core/policy';
import { RULES } from '../../../nodes/OdooCreditCheck/core/rules';
import { account, daysAgo, decide, decideOne, draft, open, order, owed, TODAY } from './builders';

const RATES: Rates = {
	date: TODAY,
	perUnit: new Map([
		['EUR', 1],
		['USD', 1.0837],
		['JPY', 161.27],
		['GBP', 0.8613],
	]),
};

const cents = fc.integer({ min: 1, max: 50_000_00 }).map((value) => value / 100);
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'GBP');
const item: fc.Arbitrary<OpenItem> = fc.record({
	state: fc.constantFrom('posted' as const, 'draft' as const),
	amount: fc.oneof(
		cents,
		cents.map((value) => -value),
	),
	dueOn: fc.option(fc.integer({ min: -60, max: 200 }).map(daysAgo)),
});
const openOrder = (orderId: number): fc.Arbitrary<OpenOrder> =>
	fc
		.record({
			delivered: fc.oneof(
				cents,
				cents.map((value) => -value),
			),
			undelivered: cents,
			downPayments: fc.oneof(fc.constant(0), cents),
			currency,
		})
		.map((facts) => open({ orderId, ...facts }));
const openOrders = fc
	.subarray([90, 91, 92, 93, 94, 95])
	.chain((ids) => fc.tuple(...ids.map(openOrder)));
const customer: fc.Arbitrary<Account> = fc
	.record({
		items: fc.array(item, { maxLength: 12 }),
		orders: openOrders,
		odooLimit: fc.option(fc.oneof(fc.constant(0), cents)),
		firstInvoiceOn: fc.option(fc.integer({ min: 0, max: 400 }).map(daysAgo)),
	})
	.map((facts) => account(facts));
const placed: fc.Arbitrary<OrderFacts> = fc
	.record({ total: cents, currency })
	.map((facts) => order(facts));
const rules = fc
	.tuple(
		...RULES.map(() =>
			fc.record({
				reaction: fc.constantFrom(
					'off' as const,
					'approve' as const,
					'ask' as const,
					'hold' as const,
				),
				threshold: fc.integer({ min: 0, max: 5_000 }),
			}),
		),
	)
	.map(
		(settings) =>
			Object.fromEntries(
				RULES.map(({ code }, index) => [code, settings[index]]),
			) as unknown as RuleSettings,
	);
const policy: fc.Arbitrary<Policy> = fc
	.record({ tolerance: fc.integer({ min: 0, max: 30 }), rules })
	.map((facts) => ({ ...PRESETS.strict, ...facts }));

const partsOf = ({ exposure }: CreditDecision): Exact[] => [
	exposure.ageing.total,
	exposure.draftInvoices,
	exposure.deliveredNotInvoiced,
	exposure.undelivered,
	exposure.approvedQuotations,
	exposure.approvedInRun,
	exposure.thisOrder,
];
const same = (a: Exact, b: Exact) => expect(compare(a, b)).toBe(0);

describe('exposure', () => {
	it('is exactly the sum of its parts', () => {
		fc.assert(
			fc.property(customer, placed, (one, wanted) => {
				const decision = decideOne({ accounts: [one], orders: [wanted], rates: RATES });
				same(decision.exposure.total, sum(partsOf(decision)));
			}),
		);
	});

	it('is additive: two halves of a ledger together are the whole of it', () => {
		fc.assert(
			fc.property(customer, customer, (one, other) => {
				const total = (facts: Account) =>
					decideOne({ accounts: [facts], orders: [order({ total: 0 })], rates: RATES }).exposure
						.total;
				const apart = (facts: Account) => ({
					...facts,
					orders: facts.orders.map((each) => ({ ...each, orderId: each.orderId + 100 })),
				});
				const both = {
					...one,
					items: [...one.items, ...other.items],
					orders: [...one.orders, ...apart(other).orders],
				};
				same(total(both), add(total(one), total(other)));
			}),
		);
	});

	it('does not depend on the order in which Odoo lists things', () => {
		fc.assert(
			fc.property(customer, (one) => {
				const reversed = {
					...one,
					items: [...one.items].reverse(),
					orders: [...one.orders].reverse(),
				};
				const [a, b] = [one, reversed].map((facts) =>
					decideOne({ accounts: [facts], rates: RATES }),
				);
				same(a?.exposure.total ?? exact(0), b?.exposure.total ?? exact(1));
				expect(a?.decision).toBe(b?.decision);
			}),
		);
	});

	it('is safe for currencies: converting each amount or their sum gives the same, and it is rounded once', () => {
		fc.assert(
			fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), currency, (amounts, code) => {
				const orders = amounts.map((undelivered, index) =>
					open({ undelivered, currency: code, orderId: 90 + index }),
				);
				const each = decideOne({
					accounts: [account({ orders })],
					orders: [order({ total: 0 })],
					rates: RATES,
				}).exposure.total;
				const whole = exact(roundTo(sum(amounts.map((amount) => exact(amount))), 2));
				const once = decideOne({
					accounts: [
						account({ orders: [open({ undelivered: roundTo(whole, 2), currency: code })] }),
					],
					orders: [order({ total: 0 })],
					rates: RATES,
				}).exposure.total;
				same(each, once);
			}),
		);
	});
});

describe('ageing', () => {
	it('loses and makes no cent: buckets and unapplied credits are the ledger', () => {
		fc.assert(
			fc.property(fc.array(item), (items) => {
				const { total, buckets, unapplied } = ageingOf(items, TODAY);
				const posted = items
					.filter(({ state }) => state === 'posted')
					.map(({ amount }) => exact(amount));
				same(total, sum(posted));
				same(total, add(sum(Object.values(buckets)), unapplied));
				for (const bucket of Object.values(buckets)) expect(bucket.numerator >= 0n).toBe(true);
			}),
		);
	});
});

describe('nothing counts twice', () => {
	it('on its way from order to delivery to draft to posted invoice, a line is worth the same at every step', () => {
		const steps = fc.record({
			ordered: fc.integer({ min: 1, max: 100 }),
			price: fc.integer({ min: 1, max: 9_999 }),
			shipped: fc.nat(100),
			invoicing: fc.nat(100),
			posted: fc.boolean(),
		});
		fc.assert(
			fc.property(steps, ({ ordered, price, shipped, invoicing, posted }) => {
				const delivered = Math.min(shipped, ordered);
				const invoiced = Math.min(invoicing, delivered);
				const left = open({
					delivered: (delivered - invoiced) * price,
					undelivered: (ordered - delivered) * price,
				});
				const invoice =
					invoiced === 0 ? [] : [posted ? owed(invoiced * price) : draft(invoiced * price)];
				const { exposure } = decideOne({
					accounts: [account({ items: invoice, orders: [left] })],
					orders: [order({ total: 0 })],
				});
				same(exposure.total, exact(ordered * price));
			}),
		);
	});

	it('confirming a quotation moves its value and does not change it', () => {
		fc.assert(
			fc.property(cents, customer, (total, one) => {
				const quoted = decideOne({ accounts: [one], orders: [order({ total })], rates: RATES });
				const confirmed = decideOne({
					accounts: [{ ...one, orders: [...one.orders, open({ orderId: 1, undelivered: total })] }],
					orders: [order({ total, state: 'confirmed' })],
					rates: RATES,
				});
				same(quoted.exposure.total, confirmed.exposure.total);
				expect(quoted.decision).toBe(confirmed.decision);
			}),
		);
	});
});

describe('more exposure never improves the outcome', () => {
	const severity = (one: Account, wanted: OrderFacts, credit: Policy) =>
		['approved', 'needsApproval', 'onHold'].indexOf(
			decideOne({ accounts: [one], orders: [wanted], rates: RATES, rules: { policy: credit } })
				.decision,
		);

	it.each<{ more: string; grow: (facts: Account, by: number) => Account }>([
		{
			more: 'a debt that is not due',
			grow: (facts, by) => ({ ...facts, items: [...facts.items, owed(by)] }),
		},
		{
			more: 'an overdue debt',
			grow: (facts, by) => ({ ...facts, items: [...facts.items, owed(by, 45)] }),
		},
		{
			more: 'a draft invoice',
			grow: (facts, by) => ({ ...facts, items: [...facts.items, draft(by)] }),
		},
		{
			more: 'an open order',
			grow: (facts, by) => ({
				...facts,
				orders: [...facts.orders, open({ orderId: 99, undelivered: by })],
			}),
		},
		{
			more: 'a payment less',
			grow: (facts, by) => ({
				...facts,
				items: facts.items.map((each) =>
					each.amount < 0 ? { ...each, amount: Math.min(0, each.amount + by) } : each,
				),
			}),
		},
	])('with $more', ({ grow }) => {
		fc.assert(
			fc.property(customer, placed, policy, cents, (one, wanted, credit, by) => {
				expect(severity(grow(one, by), wanted, credit)).toBeGreaterThanOrEqual(
					severity(one, wanted, credit),
				);
			}),
			{ numRuns: 300 },
		);
	});

	it('with a larger order', () => {
		fc.assert(
			fc.property(customer, placed, policy, cents, (one, wanted, credit, by) => {
				expect(
					severity(one, { ...wanted, total: wanted.total + by }, credit),
				).toBeGreaterThanOrEqual(severity(one, wanted, credit));
			}),
			{ numRuns: 300 },
		);
	});

	it('and a lower limit never does either', () => {
		fc.assert(
			fc.property(customer, placed, policy, cents, (one, wanted, credit, by) => {
				const limited = { ...one, odooLimit: one.odooLimit ?? by };
				const lower = { ...limited, odooLimit: Math.max(0, (limited.odooLimit ?? 0) - by) };
				const strictest = {
					...credit,
					rules: { ...credit.rules, no_credit: { reaction: 'hold' as const, threshold: 0 } },
				};
				expect(severity(lower, wanted, strictest)).toBeGreaterThanOrEqual(
					severity(limited, wanted, strictest),
				);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a run', () => {
	it('never approves orders beyond the limit together', () => {
		fc.assert(
			fc.property(customer, fc.array(cents, { minLength: 1, maxLength: 12 }), (one, totals) => {
				const decisions = decide({
					accounts: [one],
					orders: totals.map((total, index) => order({ id: index + 1, total })),
					rates: RATES,
				});
				const last = [...decisions].reverse().find(({ decision }) => decision === 'approved');
				if (last?.limit.kind === 'amount')
					expect(compare(last.exposure.total, last.limit.ceiling)).toBeLessThanOrEqual(0);
			}),
		);
	});

	it('of orders of different customers decides each as if it were alone', () => {
		fc.assert(
			fc.property(customer, customer, placed, placed, (one, other, first, second) => {
				const neighbour = {
					...other,
					key: '8-1',
					debtorKey: '8-1',
					account: { id: 8, name: 'Neighbour' },
				};
				const together = decide({
					accounts: [one, neighbour],
					orders: [first, { ...second, id: 2, accountKey: '8-1' }],
					rates: RATES,
				});
				expect(together.map(({ decision }) => decision)).toEqual([
					decideOne({ accounts: [one], orders: [first], rates: RATES }).decision,
					decideOne({
						accounts: [neighbour],
						orders: [{ ...second, id: 2, accountKey: '8-1' }],
						rates: RATES,
					}).decision,
				]);
			}),
		);
	});
});
