import fc from 'fast-check';

import { wholesaleOrders, type WholesaleLine, type WholesaleOrder } from './wholesaleOrders';
import { WHOLESALE } from './wholesaleShape';
import { SUPPLIES, wholesaleStock } from './wholesaleStock';

const SEEDS = [1, 2, 3, 4, 5];
const ORDERS = 2_000;

const linesOf = (orders: readonly WholesaleOrder[]) => orders.flatMap(({ lines }) => lines);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const median = (values: readonly number[]) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Share of the choices that fall on the first tenth of the ranks. */
const onTheFirstTenth = (ranks: readonly number[], of: number) =>
	ranks.filter((rank) => rank < of / 10).length / ranks.length;

describe('made-up orders', () => {
	it('are the same for the same seed, whatever the machine', () => {
		expect(wholesaleOrders(1, 1)).toEqual([
			{
				customer: 478,
				weight: 1.5,
				shipsComplete: false,
				lines: [{ product: 924, quantity: 12, multiple: 12, cents: 115 }],
			},
		]);
		const orders = wholesaleOrders(1, ORDERS);
		expect({
			lines: linesOf(orders).length,
			pieces: sum(linesOf(orders).map(({ quantity }) => quantity)),
			cents: sum(linesOf(orders).map(({ quantity, cents }) => quantity * cents)),
			stock: sum([...wholesaleStock(1, orders, SUPPLIES.patchy).values()]),
		}).toEqual({ lines: 21_149, pieces: 791_125, cents: 122_719_202, stock: 540_121 });
	});

	it('begin the same, however many are made, and differ by seed', () => {
		fc.assert(
			fc.property(fc.integer(), fc.nat(40), fc.nat(40), (seed, some, more) => {
				expect(wholesaleOrders(seed, some + more).slice(0, some)).toEqual(
					wholesaleOrders(seed, some),
				);
				expect(wholesaleOrders(seed, 3)).not.toEqual(wholesaleOrders(seed + 1, 3));
			}),
			{ numRuns: 30 },
		);
	});

	it('keep what their shape says, line by line', () => {
		const dearest = Math.max(...WHOLESALE.priceBands.map(({ cents }) => cents[1]));
		const weights = WHOLESALE.priorities.map(({ weight }) => weight);
		const isLike = ({ customer, weight, lines }: WholesaleOrder) =>
			customer < WHOLESALE.customers &&
			weights.includes(weight) &&
			lines.length >= 1 &&
			lines.length <= WHOLESALE.mostLines;
		const isLineLike = ({ product, quantity, multiple, cents }: WholesaleLine) =>
			product < WHOLESALE.products &&
			quantity % multiple === 0 &&
			quantity >= multiple &&
			quantity <= multiple * WHOLESALE.mostPacks &&
			Number.isInteger(cents) &&
			cents > 0 &&
			cents <= dearest;
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const orders = wholesaleOrders(seed, 60);
				expect(orders.filter((order) => !isLike(order))).toEqual([]);
				expect(linesOf(orders).filter((line) => !isLineLike(line))).toEqual([]);
			}),
		);
	});

	it('give a product one order multiple, and a price that falls with the quantity', () => {
		for (const seed of SEEDS) {
			const byProduct = new Map<number, ReturnType<typeof linesOf>>();
			for (const line of linesOf(wholesaleOrders(seed, ORDERS)))
				byProduct.set(line.product, [...(byProduct.get(line.product) ?? []), line]);
			for (const lines of byProduct.values()) {
				expect(new Set(lines.map(({ multiple }) => multiple)).size).toBe(1);
				const prices = [...lines].sort((a, b) => a.quantity - b.quantity).map(({ cents }) => cents);
				expect(prices).toEqual([...prices].sort((a, b) => b - a));
			}
		}
	});
});

describe.each(SEEDS)('the market of seed %i', (seed) => {
	const orders = wholesaleOrders(seed, ORDERS);
	const lines = linesOf(orders);

	it('has a median of 8 lines an order and a mean of 10.5', () => {
		const counts = orders.map((order) => order.lines.length);
		expect(Math.abs(median(counts) - 8)).toBeLessThanOrEqual(1);
		expect(Math.abs(sum(counts) / counts.length - 10.5)).toBeLessThan(0.8);
	});

	it('has a median of 2 multiples a line and a mean of 3.5', () => {
		const packs = lines.map(({ quantity, multiple }) => quantity / multiple);
		expect(median(packs)).toBe(2);
		expect(Math.abs(sum(packs) / packs.length - 3.5)).toBeLessThan(0.2);
	});

	it('sells 45 % of its lines of a tenth of its products, and gets 43 % of its orders from a tenth of its customers', () => {
		const products = lines.map(({ product }) => product);
		const customers = orders.map(({ customer }) => customer);
		expect(Math.abs(onTheFirstTenth(products, WHOLESALE.products) - 0.45)).toBeLessThan(0.02);
		expect(Math.abs(onTheFirstTenth(customers, WHOLESALE.customers) - 0.43)).toBeLessThan(0.04);
	});

	it('has the priorities and the orders that ship complete which it states', () => {
		const customers = new Map(orders.map(({ customer, weight }) => [customer, weight]));
		for (const { share, weight } of WHOLESALE.priorities) {
			const found = [...customers.values()].filter((own) => own === weight).length;
			expect(Math.abs(found / customers.size - share)).toBeLessThan(0.08);
		}
		const complete = orders.filter(({ shipsComplete }) => shipsComplete).length;
		expect(Math.abs(complete / orders.length - WHOLESALE.shipsComplete)).toBeLessThan(0.05);
	});

	it('has its price bands in the shares that it states', () => {
		const list = new Map(
			lines
				.filter(({ quantity, multiple }) => quantity === multiple)
				.map((line) => [line.product, line]),
		);
		for (const {
			share,
			cents: [from, to],
			multiples,
		} of WHOLESALE.priceBands) {
			const inBand = [...list.values()].filter(({ cents }) => cents >= from && cents <= to);
			expect(Math.abs(inBand.length / list.size - share)).toBeLessThan(0.06);
			expect(inBand.every(({ multiple }) => multiples.includes(multiple))).toBe(true);
		}
	});

	it('has all of 55 % of its products in stock, and 70, 30 or 0 % of the others', () => {
		const stock = wholesaleStock(seed, orders, SUPPLIES.patchy);
		const demand = new Map<number, number>();
		for (const { product, quantity } of lines)
			demand.set(product, (demand.get(product) ?? 0) + quantity);
		expect([...stock.keys()]).toEqual([...demand.keys()]);
		for (const { share, inStock } of SUPPLIES.patchy.levels) {
			const found = [...stock].filter(
				([product, pieces]) => pieces === Math.floor((demand.get(product) ?? 0) * inStock),
			);
			expect(Math.abs(found.length / stock.size - share)).toBeLessThan(0.06);
		}
	});

	it('has most of every product, when stock is tight', () => {
		const tight = wholesaleStock(seed, orders, SUPPLIES.tight);
		const asked = sum(lines.map(({ quantity }) => quantity));
		const share = sum([...tight.values()]) / asked;
		expect(share).toBeGreaterThan(SUPPLIES.tight.from);
		expect(share).toBeLessThan(SUPPLIES.tight.to);
	});
});
