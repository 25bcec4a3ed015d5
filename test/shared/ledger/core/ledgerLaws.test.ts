import fc from 'fast-check';

import {
	add,
	compare,
	exact,
	isNegative,
	isZero,
	roundTo,
	subtract,
	sum,
	type Exact,
} from '../../../../nodes/shared/core/exact';
import type {
	InvoiceLineRow,
	LineRow,
	MoveRow,
} from '../../../../nodes/shared/ledger/core/orderRows';
import {
	orderLedgerOf,
	remainingToInvoice,
	type LineLedger,
} from '../../../../nodes/shared/ledger/core/orderLedger';
import { excessesOf } from '../../../../nodes/shared/ledger/core/overInvoicing';
import { invoiceLine, lineRow, moveRow, orderRow } from './ledgerRows';

/** One line as Odoo would keep it, step by step: goods at 100, or the same with a negative price or direction. */
interface World {
	readonly ordered: number;
	readonly sign: 1 | -1;
	readonly invoicedBy: LineRow['invoicedBy'];
	readonly price: number;
	readonly shipped: number;
	readonly returned: number;
	readonly cancelled: number;
	readonly returning: number;
	readonly moves: readonly MoveRow[];
	readonly entries: readonly InvoiceLineRow[];
}

const comingBack = (id: number, quantity: number): MoveRow =>
	moveRow({ id, quantity, from: 'customer', to: 'house', isRefunded: true });

/** The moment of the next step. */
const now = ({ moves, entries }: World): string =>
	`2026-01-01 00:00:${String(moves.length + entries.length).padStart(2, '0')}`;

const rowOf = ({ ordered, sign, invoicedBy, price, entries, ...world }: World): LineRow => {
	const open = Math.max(0, ordered - world.shipped - world.cancelled);
	const moves: readonly MoveRow[] = [
		...world.moves,
		moveRow({ id: 90, quantity: open, state: 'open' }),
		moveRow({ id: 91, quantity: world.cancelled, state: 'cancelled' }),
		{ ...comingBack(92, world.returning), state: 'open' as const },
	].filter(({ quantity }) => quantity > 0);
	return lineRow({
		invoicedBy,
		unitPrice: price,
		ordered: sign * ordered,
		delivered: sign * (world.shipped - world.returned),
		net: sign * ordered * price,
		gross: (sign * ordered * price * 12) / 10,
		moves: sign === 1 ? moves : moves.map((move) => ({ ...move, from: move.to, to: move.from })),
		invoiceLines: entries,
	});
};

const ledgerOf = (world: World) => orderLedgerOf(orderRow([rowOf(world)]));
const lineOf = (world: World): LineLedger => {
	const [line] = ledgerOf(world).lines;
	if (!line) throw new Error('No line');
	return line;
};

interface Step {
	readonly act: (typeof ACTS)[number];
	readonly size: number;
	readonly posted: boolean;
}

const ACTS = ['ship', 'cancelRest', 'return', 'askBack', 'invoice', 'credit', 'allow'] as const;

const after = (world: World, { act, size, posted }: Step): World => {
	const { ordered, shipped, returned, cancelled, sign, price } = world;
	const kept = shipped - returned;
	const part = (most: number): number => Math.min(size, Math.max(0, most));
	const enter = (quantity: number, unit: number, type: 'invoice' | 'creditNote'): World =>
		quantity === 0
			? world
			: {
					...world,
					entries: [
						...world.entries,
						invoiceLine(
							sign * quantity,
							{
								id: world.entries.length + 1,
								type,
								state: posted ? 'posted' : 'draft',
								at: now(world),
							},
							unit,
						),
					],
				};
	const moved = (quantity: number, what: 'shipped' | 'returned'): World => {
		const id = world.moves.length + 1;
		const move = what === 'shipped' ? moveRow({ id, quantity }) : comingBack(id, quantity);
		return {
			...world,
			[what]: world[what] + quantity,
			moves: [...world.moves, { ...move, at: now(world) }],
		};
	};
	const quantityOf = (value: Exact): number => roundTo(value, 6);
	switch (act) {
		case 'ship':
			return moved(part(ordered - shipped - cancelled), 'shipped');
		case 'cancelRest':
			return { ...world, cancelled: Math.max(0, ordered - shipped) };
		case 'return':
			return moved(part(kept), 'returned');
		case 'askBack':
			return { ...world, returning: part(kept) };
		case 'invoice':
			return enter(quantityOf(lineOf(world).toInvoice), price, 'invoice');
		case 'credit':
			return enter(part(quantityOf(lineOf(world).invoiced)), price, 'creditNote');
		case 'allow':
			return enter(part(quantityOf(lineOf(world).invoiced)), price / 20, 'creditNote');
	}
};

const step: fc.Arbitrary<Step> = fc.record({
	act: fc.constantFrom(...ACTS),
	size: fc.integer({ min: 1, max: 12 }),
	posted: fc.boolean(),
});

const begin: fc.Arbitrary<World> = fc
	.record({
		ordered: fc.integer({ min: 1, max: 20 }),
		sign: fc.constantFrom(1 as const, -1 as const),
		invoicedBy: fc.constantFrom('ordered' as const, 'delivered' as const),
		price: fc.constantFrom(100, 33.37, -15.5),
	})
	.map((world) => ({
		...world,
		shipped: 0,
		returned: 0,
		cancelled: 0,
		returning: 0,
		moves: [],
		entries: [],
	}));

/** Each state of a random history. */
const history = fc
	.tuple(begin, fc.array(step, { maxLength: 14 }))
	.map(([first, steps]) =>
		steps.reduce<readonly World[]>(
			(worlds, one) => [...worlds, after(worlds.at(-1) ?? first, one)],
			[first],
		),
	);

const always = (law: (world: World) => void): void =>
	fc.assert(
		fc.property(history, (worlds) => worlds.forEach(law)),
		{ numRuns: 300 },
	);

const equal = (a: Exact, b: Exact): boolean => isZero(subtract(a, b));

describe('in every history', () => {
	it('the worth of a line lies in exactly one place each', () =>
		always((world) => {
			const line = lineOf(world);
			const places = sum([line.undelivered, line.deliveredNotInvoiced, line.invoiced, line.waived]);
			expect(equal(add(line.worth, line.overInvoiced), places)).toBe(true);
		}));

	it('no figure is negative', () =>
		always((world) => {
			const line = lineOf(world);
			for (const value of [
				line.shipped,
				line.returned,
				line.delivered,
				line.returning,
				line.coming,
				line.worth,
				line.due,
				line.invoiced,
				line.undelivered,
				line.deliveredNotInvoiced,
				line.toInvoice,
				line.waived,
				line.overInvoiced,
			])
				expect(isNegative(value)).toBe(false);
		}));

	it('what the ledger says to invoice never asks for more than the worth, once returns are credited', () =>
		always((world) => {
			const line = lineOf(world);
			if (!isZero(line.overInvoiced)) return;
			expect(excessesOf(ledgerOf(world), exact(0.001))).toEqual([]);
		}));

	it('nothing is left to invoice after it was invoiced', () =>
		always((world) => {
			const invoiced = after(world, { act: 'invoice', size: 1, posted: true });
			expect(isZero(lineOf(invoiced).toInvoice)).toBe(true);
		}));

	it('a credit or an allowance makes nothing billable again', () =>
		always((world) => {
			for (const act of ['credit', 'allow'] as const) {
				const credited = lineOf(after(world, { act, size: 3, posted: true }));
				expect(compare(credited.toInvoice, lineOf(world).toInvoice)).toBeLessThanOrEqual(0);
			}
		}));

	it('a delivery moves worth from undelivered to delivered and makes none', () =>
		always((world) => {
			const [before, shipped] = [
				lineOf(world),
				lineOf(after(world, { act: 'ship', size: 2, posted: true })),
			];
			expect(equal(shipped.worth, before.worth)).toBe(true);
			expect(compare(shipped.undelivered, before.undelivered)).toBeLessThanOrEqual(0);
			expect(compare(remainingToInvoice(shipped), remainingToInvoice(before))).toBe(0);
		}));
});
