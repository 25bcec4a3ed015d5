/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads test data from disk, outside n8n */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import {
	PLAIN_RULES,
	type DemandOrder,
	type Problem,
} from '../../nodes/OdooAllocateStock/core/problem';

/** Real order lines (see test/data/README.md) with invented scarcity. */
const FILE = 'test/data/online-retail-october.csv.gz';

export const SIZES = {
	day: { from: '2011-10-06', to: '2011-10-06' },
	week: { from: '2011-10-10', to: '2011-10-16' },
	month: { from: '2011-10-01', to: '2011-10-31' },
} as const;

export type Size = keyof typeof SIZES;

export const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

interface Row {
	readonly day: string;
	readonly invoice: string;
	readonly sku: string;
	readonly quantity: number;
	readonly price: number;
}

const readRows = (): Row[] =>
	gunzipSync(readFileSync(FILE))
		.toString()
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => {
			const [day = '', invoice = '', sku = '', quantity = '', price = ''] = line.split(',');
			return { day, invoice, sku, quantity: Number(quantity), price: Number(price) };
		});

let rows: Row[] | undefined;

/** The same numbers for the same seed, between 0 and 1 (mulberry32). */
export const chance = (seed: number) => {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

const WEIGHTS = [1, 1.5, 2.5] as const;

/** How much of its demand an article has in stock. */
const SUPPLY = {
	/** Most have all, the others 70, 30 or 0 percent: few orders that ship complete have a chance. */
	patchy: (random: () => number): number => {
		const drawn = random();
		if (drawn < 0.55) return 1;
		return [0.7, 0.3, 0][Math.floor(random() * 3)] ?? 0;
	},
	/** All have most of it: nearly every order has a chance, and they exclude each other. */
	tight: (random: () => number): number => 0.6 + 0.35 * random(),
} as const;

export type Supply = keyof typeof SUPPLY;

/**
 * Orders of a day, a week or a month that compete for the same articles.
 * @param completeShare share of the orders that ship complete or not at all
 */
export const retailProblem = (
	size: Size,
	seed: number,
	completeShare: number,
	supply: Supply = 'patchy',
): Problem => {
	rows ??= readRows();
	const { from, to } = SIZES[size];
	const random = chance(seed);
	const pools = new Map<string, { index: number; demand: number }>();
	const orders = new Map<string, Map<string, Row>>();
	for (const row of rows) {
		if (row.day < from || row.day > to) continue;
		const pool = pools.get(row.sku) ?? { index: pools.size, demand: 0 };
		pool.demand += row.quantity;
		pools.set(row.sku, pool);
		const order = orders.get(row.invoice) ?? new Map<string, Row>();
		// The same article twice on an order counts as two lines.
		order.set(`${row.sku} ${order.size}`, row);
		orders.set(row.invoice, order);
	}
	const demand = [...orders.values()].map((lines, index): DemandOrder => {
		const weight = WEIGHTS[Math.floor(random() * WEIGHTS.length)] ?? 1;
		return {
			id: index + 1,
			customer: index + 1,
			rank: [-weight, index],
			strategy: 'redistribute',
			shipsComplete: random() < completeShare,
			weight,
			lines: [...lines.values()].map(({ sku, quantity, price }, at) => ({
				id: index * 2_000 + at,
				product: pools.get(sku)?.index ?? 0,
				asked: quantity,
				held: 0,
				picked: 0,
				lot: 1,
				value: quantity * price,
				pools: [pools.get(sku)?.index ?? 0],
			})),
		};
	});
	return {
		rules: { ...PLAIN_RULES, policy: 'greatestValue' },
		pools: [...pools.values()].map(({ index, demand: asked }) => ({
			product: index,
			place: 0,
			free: Math.floor(asked * SUPPLY[supply](random)),
		})),
		orders: demand,
	};
};

export const sizeOf = ({ orders, pools }: Problem): string =>
	`${orders.length} orders, ${orders.reduce((total, { lines }) => total + lines.length, 0)} lines, ${pools.length} products`;
