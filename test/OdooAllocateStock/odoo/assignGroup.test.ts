import fc from 'fast-check';

import { nextGroup } from '../../../nodes/OdooAllocateStock/odoo/assignGroup';
import {
	cutsOf,
	holdsOf,
	raisesOf,
	surplusOf,
	type Ledger,
} from '../../../nodes/OdooAllocateStock/odoo/ledger';
import { SimulatedStock, type SimulatedMove } from '../simulatedStock';

const move = (
	picking: number,
	product: number,
	asked: number,
	held: number,
	allocated: number,
): SimulatedMove => ({
	picking,
	product,
	asked,
	held,
	allocated,
});

describe('the transfers reserved together', () => {
	it.each<{
		when: string;
		moves: readonly SimulatedMove[];
		stock: number;
		group: readonly number[];
	}>([
		{
			when: 'there is enough for all: all of them',
			moves: [move(1, 1, 5, 0, 5), move(2, 1, 5, 0, 5)],
			stock: 10,
			group: [1, 2],
		},
		{
			when: 'one would take what the other is to get: only the first',
			moves: [move(1, 1, 9, 0, 4), move(2, 1, 6, 0, 6)],
			stock: 10,
			group: [1],
		},
		{
			when: 'the last one takes no more than is left: both',
			moves: [move(1, 1, 4, 0, 4), move(2, 1, 9, 0, 6)],
			stock: 10,
			group: [1, 2],
		},
		{
			when: 'one has its share and wants nothing: not that one',
			moves: [move(1, 1, 9, 4, 4), move(2, 1, 6, 0, 6)],
			stock: 10,
			group: [2],
		},
		{
			when: 'each would starve the other: one after the other',
			moves: [move(1, 1, 9, 2, 2), move(1, 2, 3, 0, 3), move(2, 1, 3, 0, 3), move(2, 2, 9, 2, 2)],
			stock: 5,
			group: [1],
		},
		{
			when: 'nothing is free any more: the first tries alone',
			moves: [move(1, 1, 5, 0, 5), move(2, 1, 5, 0, 5)],
			stock: 0,
			group: [1],
		},
	])('when $when', ({ moves, stock, group }) => {
		const scene = new SimulatedStock(
			new Map([
				[1, stock],
				[2, stock],
			]),
			moves,
			{ version: 18 },
		);
		const free = scene.view();
		expect(
			nextGroup(scene.targets, scene.held, (target) => free.freeAt(0, target.move.product.id)),
		).toEqual(group);
	});
});

describe('moving stock over', () => {
	const ledgers = fc
		.array(
			fc.record({
				picking: fc.constant(1),
				product: fc.constantFrom(1, 2),
				asked: fc.constant(9),
				held: fc.integer({ min: 0, max: 9 }),
				allocated: fc.integer({ min: 0, max: 9 }),
			}),
			{ minLength: 1, maxLength: 8 },
		)
		.map((moves): Ledger => {
			const { targets, held } = new SimulatedStock(new Map(), moves, { version: 19 });
			return { targets, held };
		});
	const changeOf = (ledger: Ledger, product: number, changes: ReturnType<typeof surplusOf>) =>
		changes
			.filter(({ move: changed }) => changed.product.id === product)
			.reduce((sum, { move: changed, holds }) => sum + holds - holdsOf(ledger, changed), 0);

	it('never takes more than is free and given back', () => {
		fc.assert(
			fc.property(ledgers, fc.integer({ min: -5, max: 20 }), (ledger, free) => {
				const raises = raisesOf(ledger, () => free);
				for (const product of [1, 2]) {
					const givenBack = -changeOf(ledger, product, surplusOf(ledger));
					expect(changeOf(ledger, product, raises)).toBeLessThanOrEqual(
						Math.max(free + givenBack, 0),
					);
				}
			}),
		);
	});

	it('cuts an excess as far as the orders hold it, from the end of the queue', () => {
		fc.assert(
			fc.property(ledgers, fc.integer({ min: 1, max: 30 }), (ledger, quantity) => {
				const own = ledger.targets.filter(({ move: one }) => one.product.id === 1);
				const total = own.reduce((sum, { move: one }) => sum + holdsOf(ledger, one), 0);
				const cuts = cutsOf(ledger, [{ product: 1, quantity }]);
				expect(Math.abs(changeOf(ledger, 1, cuts))).toBe(Math.min(quantity, total));
				const untouched = own.filter(
					({ move: one }) =>
						holdsOf(ledger, one) > 0 && !cuts.some((cut) => cut.move.id === one.id),
				);
				const lastUntouched = Math.max(0, ...untouched.map(({ move: one }) => one.id));
				for (const cut of cuts) expect(cut.move.id).toBeGreaterThan(lastUntouched);
			}),
		);
	});
});
