import { allocate } from '../../../nodes/OdooAllocateStock/core/allocate';
import type { DemandLine, DemandOrder, Pool } from '../../../nodes/OdooAllocateStock/core/demand';
import type { Rules } from '../../../nodes/OdooAllocateStock/core/problem';
import { DEFAULT_SETTINGS } from '../defaultSettings';
import { rankOf, type RankFacts } from '../../../nodes/OdooAllocateStock/core/criteria';

const line = (id: number, asked: number, more: Partial<DemandLine> = {}): DemandLine => ({
	id,
	product: 1,
	asked,
	held: 0,
	picked: 0,
	step: 1,
	value: asked * 10,
	pools: [0],
	...more,
});
const order = (
	id: number,
	lines: readonly DemandLine[],
	more: Partial<DemandOrder> = {},
): DemandOrder => ({
	id,
	customer: id,
	rank: [id],
	strategy: 'redistribute',
	shipsComplete: false,
	weight: 1,
	lines,
	...more,
});
const pool = (free: number, product = 1, place = 1): Pool => ({ product, place, free });

interface Case {
	readonly when: string;
	readonly rules?: Partial<Rules>;
	readonly pools: readonly Pool[];
	readonly orders: readonly DemandOrder[];
	/** Allocated by line, and why not more. */
	readonly gives: readonly (readonly [quantity: number, reason: string | null])[];
}

const cases: readonly Case[] = [
	{
		when: 'there is enough',
		pools: [pool(9)],
		orders: [order(1, [line(1, 4)]), order(2, [line(2, 5)])],
		gives: [
			[4, null],
			[5, null],
		],
	},
	{
		when: 'the first in the queue comes first',
		pools: [pool(6)],
		orders: [order(1, [line(1, 4)]), order(2, [line(2, 5)])],
		gives: [
			[4, null],
			[2, 'othersFirst'],
		],
	},
	{
		when: 'there is not even enough for one',
		pools: [pool(3)],
		orders: [order(1, [line(1, 4)])],
		gives: [[3, 'noStock']],
	},
	{
		when: 'nothing is there',
		pools: [pool(0)],
		orders: [order(1, [line(1, 4)])],
		gives: [[0, 'noStock']],
	},
	{
		when: 'more is reserved than there is',
		pools: [pool(-5)],
		orders: [order(1, [line(1, 4)])],
		gives: [[0, 'noStock']],
	},
	{
		when: 'only whole steps go',
		pools: [pool(7)],
		orders: [order(1, [line(1, 12, { step: 6 })])],
		gives: [[6, 'lot']],
	},
	{
		when: 'the last piece of what is asked counts as whole',
		pools: [pool(7)],
		orders: [order(1, [line(1, 7, { step: 6 })])],
		gives: [[7, null]],
	},
	{
		when: 'an order ships complete and lacks one line',
		pools: [pool(5), pool(1, 2)],
		orders: [
			order(1, [line(1, 4), line(2, 2, { product: 2, pools: [1] })], { shipsComplete: true }),
			order(2, [line(3, 5)]),
		],
		gives: [
			[0, 'othersFirst'],
			[0, 'noStock'],
			[5, null],
		],
	},
	{
		when: 'too little of the order is there for a shipment',
		rules: { minimumFill: 0.5 },
		pools: [pool(4)],
		orders: [order(1, [line(1, 10)]), order(2, [line(2, 4)])],
		gives: [
			[0, 'noStock'],
			[4, null],
		],
	},
	{
		when: 'too little value is there for a shipment',
		rules: { minimumValue: 50 },
		pools: [pool(4)],
		orders: [order(1, [line(1, 10)])],
		gives: [[0, 'minimumValue']],
	},
	{
		when: 'one customer may not have it all',
		rules: { customerCap: 0.5 },
		pools: [pool(10)],
		orders: [
			order(1, [line(1, 8)], { customer: 7 }),
			order(2, [line(2, 8)], { customer: 7 }),
			order(3, [line(3, 3)]),
		],
		gives: [
			[5, 'customerCap'],
			[0, 'customerCap'],
			[3, null],
		],
	},
	{
		when: 'one keeps what it has though it is last',
		pools: [pool(5)],
		orders: [order(1, [line(1, 5)]), order(2, [line(2, 5, { held: 3 })], { strategy: 'improve' })],
		gives: [
			[2, 'othersFirst'],
			[3, 'othersFirst'],
		],
	},
	{
		when: 'one that keeps is served before the others',
		pools: [pool(6)],
		orders: [order(1, [line(1, 5)]), order(2, [line(2, 5, { held: 3 })], { strategy: 'keep' })],
		gives: [
			[1, 'othersFirst'],
			[5, null],
		],
	},
	{
		when: 'a winner is served whole',
		pools: [pool(6)],
		orders: [order(1, [line(1, 5)]), order(2, [line(2, 6)], { strategy: 'win' })],
		gives: [
			[0, 'othersFirst'],
			[6, null],
		],
	},
	{
		when: 'a winner cannot be served whole and stays as it is',
		pools: [pool(6)],
		orders: [order(1, [line(1, 5)]), order(2, [line(2, 7, { held: 1 })], { strategy: 'win' })],
		gives: [
			[5, null],
			[1, 'noStock'],
		],
	},
	{
		when: 'one never gains',
		pools: [pool(9)],
		orders: [order(1, [line(1, 5, { held: 2 })], { strategy: 'fill' })],
		gives: [[2, 'keepsWhatItHas']],
	},
	{
		when: 'one gives up what it has',
		pools: [pool(5)],
		orders: [order(1, [line(1, 5, { held: 5 })], { strategy: 'giveUp' }), order(2, [line(2, 4)])],
		gives: [
			[1, 'givesUp'],
			[4, null],
		],
	},
	{
		when: 'picked goods stay, whoever comes first',
		pools: [pool(5)],
		orders: [order(1, [line(1, 5)]), order(2, [line(2, 5, { held: 4, picked: 4 })])],
		gives: [
			[1, 'othersFirst'],
			[4, 'othersFirst'],
		],
	},
	{
		when: 'another place has all of it',
		pools: [pool(2), pool(9, 1, 2)],
		orders: [order(1, [line(1, 5, { pools: [0, 1] })])],
		gives: [[5, null]],
	},
	{
		when: 'it would take two places',
		pools: [pool(3), pool(4, 1, 2)],
		orders: [order(1, [line(1, 6, { pools: [0, 1] })])],
		gives: [[4, 'splitLimit']],
	},
	{
		when: 'it may ship from two places',
		rules: { splitLimit: 2 },
		pools: [pool(3), pool(4, 1, 2)],
		orders: [order(1, [line(1, 6, { pools: [0, 1] })])],
		gives: [[6, null]],
	},
	{
		when: 'all get the same share',
		rules: { policy: 'fairShare' },
		pools: [pool(12)],
		orders: [order(1, [line(1, 12)]), order(2, [line(2, 8)]), order(3, [line(3, 4)])],
		gives: [
			[6, 'othersFirst'],
			[4, 'othersFirst'],
			[2, 'othersFirst'],
		],
	},
	{
		when: 'one steps back from a share that is no use to it',
		rules: { policy: 'fairShare' },
		pools: [pool(10)],
		orders: [order(1, [line(1, 10)], { shipsComplete: true }), order(2, [line(2, 8)])],
		gives: [
			[0, 'othersFirst'],
			[8, null],
		],
	},
	{
		when: 'the greater value displaces the smaller',
		rules: { policy: 'greatestValue' },
		pools: [pool(10)],
		orders: [order(1, [line(1, 10, { value: 50 })]), order(2, [line(2, 8, { value: 80 })])],
		gives: [
			[2, 'othersFirst'],
			[8, null],
		],
	},
	{
		when: 'a whole order is worth more than the parts it displaces',
		rules: { policy: 'greatestValue' },
		pools: [pool(10)],
		orders: [
			order(1, [line(1, 9, { value: 90 })]),
			order(2, [line(2, 10, { value: 120 })], { shipsComplete: true }),
		],
		gives: [
			[0, 'othersFirst'],
			[10, null],
		],
	},
];

describe('the plan', () => {
	it.each(cases)('when $when', ({ rules, pools, orders, gives }) => {
		const plan = allocate({ rules: { ...DEFAULT_SETTINGS.rules, ...rules }, pools, orders });
		const lines = plan.orders.flatMap((one) =>
			one.lines.map(({ allocated, reason }) => [allocated, reason]),
		);
		expect(lines).toEqual(gives);
	});
});

const facts = (more: Partial<RankFacts>): RankFacts => ({
	isRush: false,
	override: Infinity,
	isUrgent: false,
	requestedAt: 5,
	orderedAt: 5,
	value: 0,
	margin: 0,
	...more,
});

describe('the queue', () => {
	it.each<{ first: string; better: Partial<RankFacts>; worse: Partial<RankFacts> }>([
		{
			first: 'a rush order',
			better: { isRush: true, requestedAt: 9 },
			worse: { override: 0 },
		},
		{
			first: 'the better class',
			better: { override: 1 },
			worse: { override: 2, isUrgent: true },
		},
		{ first: 'any class before none', better: { override: 3 }, worse: {} },
		{ first: 'the star', better: { isUrgent: true }, worse: { value: 99 } },
		{ first: 'the greater value', better: { value: 2 }, worse: { value: 1, margin: 9 } },
		{ first: 'the greater margin', better: { margin: 2 }, worse: { margin: 1 } },
		{
			first: 'what is due first',
			better: { requestedAt: 1 },
			worse: { requestedAt: 2, orderedAt: 1 },
		},
		{ first: 'what has a date', better: { requestedAt: 1 }, worse: { requestedAt: null } },
		{ first: 'the older order', better: { orderedAt: 1 }, worse: {} },
	])('starts with $first', ({ better, worse }) => {
		const criteria = ['customerTag', 'orderPriority', 'value', 'margin', 'requestedDate'] as const;
		const orders = [
			order(1, [line(1, 1)], { rank: rankOf(facts(worse), criteria) }),
			order(2, [line(2, 1)], { rank: rankOf(facts(better), criteria) }),
		];
		const plan = allocate({ rules: DEFAULT_SETTINGS.rules, pools: [pool(1)], orders });
		expect(plan.orders.map(({ place }) => place)).toEqual([2, 1]);
	});
});
