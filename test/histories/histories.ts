import fc from 'fast-check';

import { withoutIdleSteps } from './simulation/withoutIdleSteps';
import {
	RELEASE_POLICIES,
	SOLD_KINDS,
	type DraftChange,
	type History,
	type NodeStep,
	type PersonStep,
	type ReleasePolicyName,
	type Setup,
	type SoldKind,
	type SoldLine,
	type Step,
} from './steps';

const keysOf = <Key extends string>(table: { readonly [key in Key]: unknown }): Key[] =>
	Object.keys(table).filter((key): key is Key => key in table);

const line: fc.Arbitrary<SoldLine> = fc.record({
	sells: fc.oneof(
		{ weight: 3, arbitrary: fc.constant<SoldKind>('goods') },
		{ weight: 2, arbitrary: fc.constantFrom(...keysOf(SOLD_KINDS)) },
	),
	quantity: fc.constantFrom(10, 10, 1, 3),
	price: fc.constantFrom(100, 100, 45.5, 19.99),
	discount: fc.constantFrom<0 | 10>(0, 0, 0, 10),
	taxed: fc.boolean(),
});

const setup: fc.Arbitrary<Setup> = fc.record({
	lines: fc.array(line, { minLength: 1, maxLength: 2 }),
	transfers: fc.constantFrom<1 | 2 | 3>(1, 1, 2, 3),
	creditLimit: fc.constantFrom(100_000, 100_000, 100_000, 900),
	policy: fc.constantFrom<ReleasePolicyName>(...keysOf(RELEASE_POLICIES)),
});

const pieces = fc.constantFrom(1, 4, 6, 10);
const lineAt = fc.constantFrom(0, 0, 1);
const always = <Value>(value: Value) => fc.constant(value);

/** Weights: what happens to most orders happens often, so that the rare steps meet an order that has come somewhere. */
const PERSON_STEPS: readonly (readonly [number, fc.Arbitrary<PersonStep>])[] = [
	[12, fc.record({ do: always('ship' as const), quantity: fc.constantFrom(1, 4, 7, 10, 10) })],
	[2, fc.record({ do: always('confirm' as const) })],
	[2, fc.record({ do: always('setQuantity' as const), line: lineAt, quantity: pieces })],
	[
		1,
		fc.record({
			do: always('setPrice' as const),
			line: lineAt,
			price: fc.constantFrom(80, 120),
		}),
	],
	[
		2,
		fc.record({
			do: always('invoiceTo' as const),
			who: fc.constantFrom('other' as const, 'other' as const, 'buyer' as const),
		}),
	],
	[
		1,
		fc.record({
			do: always('setTerms' as const),
			days: fc.constantFrom(0 as const, 30 as const, 60 as const),
		}),
	],
	[2, fc.record({ do: always('cancelRest' as const) })],
	[2, fc.record({ do: always('work' as const), line: lineAt, quantity: pieces })],
	[
		4,
		fc.record({
			do: always('giveBack' as const),
			quantity: fc.constantFrom(1, 1, 4, 10),
			refund: fc.constantFrom(true, true, true, false),
			received: fc.constantFrom(true, true, true, false),
		}),
	],
	[1, fc.record({ do: always('receive' as const) })],
	[2, fc.record({ do: always('draft' as const) })],
	[
		4,
		fc.oneof(
			fc.record({
				do: always('downPayment' as const),
				by: always('percent' as const),
				amount: fc.constantFrom(30, 50, 90),
				post: fc.constantFrom(true, true, true, false),
			}),
			fc.record({
				do: always('downPayment' as const),
				by: always('fixed' as const),
				amount: fc.constantFrom(50, 300),
				post: fc.constantFrom(true, true, true, false),
			}),
		),
	],
	[
		3,
		fc.record({
			do: always('editDraft' as const),
			change: fc.constantFrom<DraftChange>(
				'fewer',
				'more',
				'price',
				'untaxed',
				'debtor',
				'extraLine',
				'terms',
			),
		}),
	],
	[2, fc.record({ do: always('post' as const) })],
	[
		5,
		fc.record({
			do: always('credit' as const),
			what: fc.constantFrom('all' as const, 'piece' as const, 'price' as const),
			linked: fc.constantFrom(true, true, false),
			post: fc.constantFrom(true, true, true, false),
		}),
	],
	[
		2,
		fc.record({
			do: always('pay' as const),
			share: fc.constantFrom('all' as const, 'half' as const),
		}),
	],
	[1, fc.record({ do: always('cancelInvoice' as const) })],
	[1, fc.record({ do: always('cancel' as const) })],
	[1, fc.record({ do: always('reset' as const) })],
];

const personStep: fc.Arbitrary<PersonStep> = fc.oneof(
	...PERSON_STEPS.map(([weight, arbitrary]) => ({ weight, arbitrary })),
);

const runs = fc.constantFrom('once' as const, 'once' as const, 'twice' as const, 'atOnce' as const);

const nodeStep: fc.Arbitrary<NodeStep> = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ do: always('release' as const), runs }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: always('check' as const),
			runs,
			confirms: fc.boolean(),
		}),
	},
);

/** Most orders begin as orders do; a few are played from the quotation. */
const beginning: fc.Arbitrary<readonly Step[]> = fc.oneof(
	{ weight: 3, arbitrary: always<readonly Step[]>([{ do: 'confirm' }]) },
	{
		weight: 4,
		arbitrary: always<readonly Step[]>([{ do: 'confirm' }, { do: 'ship', quantity: 10 }]),
	},
	{
		weight: 1,
		arbitrary: always<readonly Step[]>([{ do: 'check', runs: 'once', confirms: false }]),
	},
	{
		weight: 1,
		arbitrary: always<readonly Step[]>([{ do: 'check', runs: 'once', confirms: true }]),
	},
);

const personSteps: fc.Arbitrary<readonly Step[]> = fc.array(personStep, {
	minLength: 1,
	maxLength: 3,
});

/** People act once or a few times, then a node runs: so often that nothing hides behind what comes later. */
const turn: fc.Arbitrary<readonly Step[]> = fc
	.tuple(personSteps, nodeStep)
	.map(([steps, node]) => [...steps, node]);

/** @param turns of people and a node in turn, after the beginning */
export const histories = (turns: number): fc.Arbitrary<History> =>
	fc
		.record({
			setup,
			steps: fc
				.tuple(beginning, fc.array(turn, { minLength: turns, maxLength: 3 * turns }))
				.map(([first, rest]) => [...first, ...rest.flat()]),
		})
		.map((history) => withoutIdleSteps(history, turns));

/** The same histories for the same seed. */
export const someHistories = (count: number, seed: number, turns: number): readonly History[] =>
	fc.sample(histories(turns), { numRuns: count, seed });
