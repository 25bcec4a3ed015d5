import fc from 'fast-check';

import { writeTargets } from '../../../nodes/OdooAllocateStock/odoo/writeTargets';
import { SimulatedStock, type SimulatedMove } from '../simulatedStock';

const PRODUCTS = [1, 2, 3];

/** Moves that hold something and are to hold something else, all within the stock. */
const scenes = fc
	.array(
		fc.record({
			product: fc.constantFrom(...PRODUCTS),
			picking: fc.integer({ min: 1, max: 5 }),
			asked: fc.integer({ min: 1, max: 9 }),
			heldShare: fc.integer({ min: 0, max: 3 }),
			planShare: fc.integer({ min: 0, max: 3 }),
		}),
		{ minLength: 1, maxLength: 12 },
	)
	.map((rows) => {
		const moves = rows.map(
			({ product, picking, asked, heldShare, planShare }): SimulatedMove => ({
				product,
				picking,
				asked,
				held: Math.floor((asked * heldShare) / 3),
				allocated: Math.floor((asked * planShare) / 3),
			}),
		);
		const total = (product: number, of: 'held' | 'allocated') =>
			moves.filter((move) => move.product === product).reduce((sum, move) => sum + move[of], 0);
		const onHand = new Map(
			PRODUCTS.map((product) => [
				product,
				Math.max(total(product, 'held'), total(product, 'allocated')),
			]),
		);
		return { moves, onHand };
	});

const WRITES = /action_assign|web_save_multi|write/;

describe('carrying out a plan', () => {
	it('makes Odoo hold exactly the plan', async () => {
		await fc.assert(
			fc.asyncProperty(scenes, async ({ moves, onHand }) => {
				const stock = new SimulatedStock(onHand, moves, { version: 19 });
				const { held, failed } = await writeTargets(stock.client(), stock.targets, stock.view());
				expect([...stock.held.values()]).toEqual(moves.map(({ allocated }) => allocated));
				expect([...held]).toEqual([...stock.held]);
				expect(failed.size).toBe(0);
			}),
		);
	});

	it('makes an older Odoo hold it by reserving whole transfers only, unless one transfer asks twice for the same', async () => {
		await fc.assert(
			fc.asyncProperty(scenes, async ({ moves, onHand }) => {
				const once = moves.filter(
					(move, index) =>
						moves.findIndex(
							(one) => one.picking === move.picking && one.product === move.product,
						) === index,
				);
				const stock = new SimulatedStock(onHand, once, { version: 18 });
				await writeTargets(stock.client(), stock.targets, stock.view());
				expect(stock.calls).not.toContain('stock.move.web_save_multi');
				expect([...stock.held.values()]).toEqual(once.map(({ allocated }) => allocated));
			}),
		);
	});

	it('writes nothing when Odoo holds the plan already', async () => {
		await fc.assert(
			fc.asyncProperty(scenes, fc.constantFrom(18, 19), async ({ moves, onHand }, version) => {
				const settled = moves.map((move) => ({ ...move, held: move.allocated }));
				const stock = new SimulatedStock(onHand, settled, { version });
				await writeTargets(stock.client(), stock.targets, stock.view());
				expect(stock.calls.filter((call) => WRITES.test(call))).toEqual([]);
			}),
		);
	});

	it('gives back all it can where a rival reserved the same goods, and says what is really held', async () => {
		const rivals = fc.array(
			fc.record({
				product: fc.constantFrom(...PRODUCTS),
				quantity: fc.integer({ min: 1, max: 5 }),
			}),
			{ maxLength: 4 },
		);
		await fc.assert(
			fc.asyncProperty(
				scenes,
				rivals,
				fc.constantFrom(18, 19),
				async ({ moves, onHand }, acts, version) => {
					// Some calls after the start, so that the rival comes between reading and reserving.
					const stock = new SimulatedStock(onHand, moves, {
						version,
						rival: (call) => acts[call - 4],
					});
					const { held } = await writeTargets(stock.client(), stock.targets, stock.view());
					expect([...held]).toEqual([...stock.held]);
					if (!stock.calls.includes('stock.picking.action_assign')) return;
					for (const product of PRODUCTS)
						expect(stock.free(product) >= 0 || stock.ownOf(product) === 0).toBe(true);
				},
			),
		);
	});

	it('holds the plan also when an answer is lost, whether Odoo did the work or not', async () => {
		await fc.assert(
			fc.asyncProperty(
				scenes,
				fc.constantFrom('done' as const, 'undone' as const),
				fc.integer({ min: 1, max: 3 }),
				async ({ moves, onHand }, fate, which) => {
					let writes = 0;
					const loses = (name: string) =>
						WRITES.test(name) && (writes += 1) === which ? fate : undefined;
					const stock = new SimulatedStock(onHand, moves, { version: 19, loses });
					const { held, failed } = await writeTargets(stock.client(), stock.targets, stock.view());
					expect([...stock.held.values()]).toEqual(moves.map(({ allocated }) => allocated));
					expect([...held]).toEqual([...stock.held]);
					expect(failed.size).toBe(0);
				},
			),
		);
	});

	it('says what is held, not what was written, where Odoo answers and keeps another quantity', async () => {
		await fc.assert(
			fc.asyncProperty(
				scenes,
				fc.integer({ min: 1, max: 12 }),
				fc.constantFrom(18, 19),
				async ({ moves, onHand }, kept, version) => {
					const keeps = (id: number) => id === kept;
					const stock = new SimulatedStock(onHand, moves, { version, keeps });
					const { held } = await writeTargets(stock.client(), stock.targets, stock.view());
					expect([...held]).toEqual([...stock.held]);
				},
			),
		);
	});

	it('leaves a transfer that Odoo refuses to itself', async () => {
		const moves = [
			{ product: 1, picking: 1, asked: 2, held: 0, allocated: 2 },
			{ product: 1, picking: 2, asked: 3, held: 0, allocated: 3 },
		];
		const refuses = (name: string, ids: readonly number[]) =>
			name === 'stock.picking.action_assign' && ids.includes(1);
		const stock = new SimulatedStock(new Map([[1, 5]]), moves, { version: 19, refuses });
		const { failed } = await writeTargets(stock.client(), stock.targets, stock.view());
		expect([...stock.held.values()]).toEqual([0, 3]);
		expect([...failed.keys()]).toEqual([1]);
	});
});
