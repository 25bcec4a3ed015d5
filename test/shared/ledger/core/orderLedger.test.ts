import { roundTo, type Exact } from '../../../../nodes/shared/core/exact';
import type { LineRow, OrderRow } from '../../../../nodes/shared/ledger/core/orderRows';
import {
	hasShipped,
	isComplete,
	orderLedgerOf,
	type LineLedger,
} from '../../../../nodes/shared/ledger/core/orderLedger';
import {
	excessesOf,
	invoicedLessCredited,
} from '../../../../nodes/shared/ledger/core/overInvoicing';
import { exact } from '../../../../nodes/shared/core/exact';
import { invoiceLine, lineRow, moveRow, orderRow } from './ledgerRows';

const shown = (value: Exact): number => roundTo(value, 4);

const lineOf = (values: Partial<LineRow>, order: Partial<OrderRow> = {}): LineLedger => {
	const [line] = orderLedgerOf(orderRow([lineRow(values)], order)).lines;
	if (!line) throw new Error('No line');
	return line;
};

const figures = (line: LineLedger) => ({
	worth: shown(line.worth),
	undelivered: shown(line.undelivered),
	deliveredNotInvoiced: shown(line.deliveredNotInvoiced),
	invoiced: shown(line.invoiced),
	waived: shown(line.waived),
	overInvoiced: shown(line.overInvoiced),
});

const out = (id: number, quantity: number, values = {}) => moveRow({ id, quantity, ...values });
const back = (id: number, quantity: number, values = {}) =>
	moveRow({ id, quantity, from: 'customer', to: 'house', isRefunded: true, ...values });
const credit = (quantity: number, price = 100, state: 'draft' | 'posted' = 'posted') =>
	invoiceLine(quantity, { type: 'creditNote', state }, price);

describe('where the worth of a line lies', () => {
	const open = { state: 'open' } as const;
	it.each<[string, Partial<LineRow>, Partial<ReturnType<typeof figures>>]>([
		['nothing happened yet', { moves: [out(1, 10, open)] }, { worth: 10, undelivered: 10 }],
		[
			'nothing was even arranged, as of a drop shipment before its purchase is confirmed',
			{},
			{ worth: 10, undelivered: 10 },
		],
		[
			'6 of 10 shipped, 4 invoiced',
			{
				delivered: 6,
				moves: [out(1, 6), out(2, 4, open)],
				invoiceLines: [invoiceLine(4)],
			},
			{ worth: 10, undelivered: 4, deliveredNotInvoiced: 2, invoiced: 4 },
		],
		[
			'6 of 10 shipped, the pick of the others is open and their delivery not made yet',
			{
				delivered: 6,
				moves: [
					out(1, 6, { to: 'house', nextMoveIds: [2] }),
					out(2, 6),
					out(3, 4, { ...open, to: 'house' }),
				],
			},
			{ worth: 10, undelivered: 4, deliveredNotInvoiced: 6 },
		],
		[
			'pick and delivery of one quantity are both open',
			{ moves: [out(1, 10, { ...open, to: 'house', nextMoveIds: [2] }), out(2, 10, open)] },
			{ worth: 10, undelivered: 10 },
		],
		[
			'the remainder was cancelled',
			{ delivered: 6, moves: [out(1, 6), out(2, 4, { state: 'cancelled' })] },
			{ worth: 6, deliveredNotInvoiced: 6 },
		],
		[
			'the remainder was cancelled, and a return is under way',
			{
				delivered: 6,
				moves: [out(1, 6), out(2, 4, { state: 'cancelled' }), back(3, 2, open)],
				invoiceLines: [invoiceLine(6)],
			},
			{ worth: 6, invoiced: 6 },
		],
		[
			'a return in two steps is under way',
			{
				delivered: 10,
				moves: [
					out(1, 10),
					back(2, 3, { ...open, nextMoveIds: [3] }),
					out(3, 3, { ...open, to: 'house' }),
				],
			},
			{ worth: 10, deliveredNotInvoiced: 10 },
		],
		[
			'a line in dozens',
			{
				unitSize: 12,
				ordered: 2,
				delivered: 1,
				moves: [out(1, 12), out(2, 12, open)],
				invoiceLines: [invoiceLine(12)],
			},
			{ worth: 2, undelivered: 1, invoiced: 1 },
		],
		[
			'7 pieces of a dozen shipped, the others cancelled',
			{
				unitSize: 12,
				ordered: 1,
				delivered: 0.58,
				moves: [out(1, 7, { unitSize: 1 }), out(2, 5, { unitSize: 1, state: 'cancelled' })],
			},
			{ worth: 0.58, deliveredNotInvoiced: 0.58 },
		],
		[
			'3 of 10 came back and are not credited',
			{ delivered: 7, moves: [out(1, 10), back(2, 3)], invoiceLines: [invoiceLine(10)] },
			{ worth: 7, invoiced: 10, overInvoiced: 3 },
		],
		[
			'3 of 10 came back and are credited',
			{ delivered: 7, moves: [out(1, 10), back(2, 3)], invoiceLines: [invoiceLine(10), credit(3)] },
			{ worth: 7, invoiced: 7 },
		],
		[
			'a price was allowed afterwards on what stayed',
			{
				delivered: 9,
				moves: [out(1, 10), back(2, 1)],
				invoiceLines: [invoiceLine(10), credit(1), credit(9, 5)],
			},
			{ worth: 9, invoiced: 9 },
		],
		[
			'everything was credited although it stayed',
			{ delivered: 10, moves: [out(1, 10)], invoiceLines: [invoiceLine(10), credit(10)] },
			{ worth: 10, waived: 10 },
		],
		[
			'one was credited out of goodwill, then a backorder of 4 shipped',
			{ delivered: 10, moves: [out(1, 10)], invoiceLines: [invoiceLine(6), credit(1)] },
			{ worth: 10, invoiced: 5, deliveredNotInvoiced: 4, waived: 1 },
		],
		[
			'what came back and was credited is shipped anew',
			{
				delivered: 10,
				moves: [out(1, 10), back(2, 10), out(3, 10, { at: '2026-01-03 00:00:00' })],
				invoiceLines: [invoiceLine(10), credit(10)],
			},
			{ worth: 10, deliveredNotInvoiced: 10 },
		],
		[
			'what was left was credited although it stayed, after the other half had come back uninvoiced',
			{
				delivered: 10,
				moves: [out(1, 20), back(2, 10)],
				invoiceLines: [invoiceLine(10), credit(10)],
			},
			{ worth: 10, waived: 10 },
		],
		[
			'the replacement of an exchange shipped before the return arrived',
			{
				delivered: 13,
				moves: [out(1, 10), out(2, 3), back(3, 3, open)],
				invoiceLines: [invoiceLine(10)],
			},
			{ worth: 10, invoiced: 10 },
		],
		[
			'an invoice was corrected by a pair of lines on a credit note',
			{
				delivered: 10,
				moves: [out(1, 10)],
				invoiceLines: [invoiceLine(10), credit(10), credit(-10, 90)],
			},
			{ worth: 10, invoiced: 10 },
		],
		[
			'a final invoice takes 3 off by a negative quantity',
			{
				delivered: 7,
				moves: [out(1, 10), back(2, 3)],
				invoiceLines: [invoiceLine(10), invoiceLine(-3)],
			},
			{ worth: 7, invoiced: 7 },
		],
		[
			'a draft credit note makes nothing billable',
			{
				delivered: 10,
				moves: [out(1, 10)],
				invoiceLines: [invoiceLine(10), credit(10, 100, 'draft')],
			},
			{ worth: 10, waived: 10 },
		],
		[
			'a trade-in of 1 was taken in',
			{
				ordered: -1,
				delivered: -1,
				net: -150,
				gross: -180,
				unitPrice: 150,
				moves: [back(1, 1)],
			},
			{ worth: 1, deliveredNotInvoiced: 1 },
		],
		[
			'a trade-in of 1 is on an invoice',
			{
				ordered: -1,
				delivered: -1,
				net: -150,
				gross: -180,
				moves: [back(1, 1)],
				invoiceLines: [invoiceLine(-1, {}, 150)],
			},
			{ worth: 1, invoiced: 1 },
		],
		[
			'half of the parts of a kit are shipped',
			{
				ordered: 4,
				delivered: 2,
				moves: [
					out(1, 4, { productId: 70 }),
					out(2, 4, { productId: 70, ...open }),
					out(3, 2, { productId: 71 }),
					out(4, 2, { productId: 71, ...open }),
				],
			},
			{ worth: 4, undelivered: 2, deliveredNotInvoiced: 2 },
		],
		[
			'the rest of a kit was cancelled',
			{
				ordered: 4,
				delivered: 2,
				moves: [out(1, 4, { productId: 70 }), out(2, 4, { productId: 70, state: 'cancelled' })],
			},
			{ worth: 2, deliveredNotInvoiced: 2 },
		],
		[
			'8 of 10 hours are done, by order',
			{ kind: 'service', invoicedBy: 'ordered', delivered: 8 },
			{ worth: 10, deliveredNotInvoiced: 8, undelivered: 2 },
		],
		[
			'a cancelled invoice asks for nothing',
			{
				delivered: 10,
				moves: [out(1, 10)],
				invoiceLines: [invoiceLine(10, { state: 'cancelled' })],
			},
			{ worth: 10, deliveredNotInvoiced: 10 },
		],
	])('%s', (_case, values, expected) => {
		expect(figures(lineOf(values))).toEqual({
			undelivered: 0,
			deliveredNotInvoiced: 0,
			invoiced: 0,
			waived: 0,
			overInvoiced: 0,
			...expected,
		});
	});

	it('of a cancelled order is what left the house, by either policy', () => {
		for (const invoicedBy of ['ordered', 'delivered'] as const)
			expect(
				figures(
					lineOf(
						{ invoicedBy, delivered: 9, moves: [out(1, 9), out(2, 1, { state: 'cancelled' })] },
						{ state: 'cancelled' },
					),
				),
			).toMatchObject({ worth: 9, deliveredNotInvoiced: 9, undelivered: 0 });
	});
});

describe('the money of a line', () => {
	it('added at delivery has its taxes', () => {
		const { price } = lineOf({ ordered: 0, delivered: 3, discount: 10, moves: [out(1, 3)] });
		expect([shown(price.net), shown(price.gross)]).toEqual([90, 108]);
	});

	it('added at delivery at a price that includes them', () => {
		const taxes = [{ kind: 'percent', amount: 20, isInPrice: true, raisesBase: false }] as const;
		const { price } = lineOf({ ordered: 0, delivered: 3, unitPrice: 120, taxes });
		expect([shown(price.net), shown(price.gross)]).toEqual([100, 120]);
	});

	it('sums up to the total of its order where tax is rounded globally', () => {
		const lines = [1, 2, 3].map((id) => lineRow({ id, ordered: 1, net: 33.44, gross: 38.45 }));
		const ledger = orderLedgerOf(orderRow(lines, { total: 115.3 }));
		const gross = ledger.lines.map(({ price }) => price.gross);
		expect(gross.reduce((total, value) => total + shown(value), 0)).toBeCloseTo(115.3, 3);
	});

	it('tells a credit of goods by the price before it, whatever is asked for later', () => {
		const row = lineRow({
			moves: [moveRow({ id: 1, quantity: 10 })],
			delivered: 10,
			invoiceLines: [
				invoiceLine(1, { id: 1 }, 45),
				invoiceLine(1, { id: 2, type: 'creditNote' }, 45),
				invoiceLine(3, { id: 3, state: 'draft' }, 120),
			],
		});
		const [line] = orderLedgerOf(orderRow([row])).lines;
		expect(line && shown(line.documents.creditedGoods)).toBe(1);
		expect(line && shown(line.invoiced)).toBe(3);
	});

	it('takes allowances off what was asked', () => {
		const line = lineOf({
			delivered: 9,
			moves: [out(1, 10), back(2, 1)],
			invoiceLines: [invoiceLine(10), credit(1), credit(9, 5)],
		});
		expect(shown(invoicedLessCredited(line).net)).toBe(855);
		expect(shown(line.documents.allowances.net)).toBe(45);
	});

	it('is settled as far as its documents are paid', () => {
		const paid = invoiceLine(6, { total: 1_000, residual: 250 });
		const { documents } = lineOf({ delivered: 6, invoiceLines: [paid] });
		expect(shown(documents.posted.settled.net)).toBe(450);
	});
});

describe('the history of an order', () => {
	const ledgerOf = (values: Partial<LineRow>) => orderLedgerOf(orderRow([lineRow(values)]));

	it('has shipped although everything came back', () => {
		const order = ledgerOf({ delivered: 0, moves: [out(1, 10), back(2, 10)] });
		expect(hasShipped(order)).toBe(true);
		expect(isComplete(order)).toBe(true);
	});

	it('is not complete while a pick is open', () => {
		const pick = out(3, 4, { state: 'open', to: 'house' });
		expect(isComplete(ledgerOf({ delivered: 6, moves: [out(2, 6), pick] }))).toBe(false);
	});

	it('asks for too much when a second invoice repeats the first', () => {
		const values = { delivered: 10, moves: [out(1, 10)] };
		const once = ledgerOf({ ...values, invoiceLines: [invoiceLine(10)] });
		const twice = ledgerOf({ ...values, invoiceLines: [invoiceLine(10), invoiceLine(10)] });
		expect(excessesOf(once, exact(0.01))).toEqual([]);
		expect(excessesOf(twice, exact(0.01)).map(({ lineId, net }) => [lineId, shown(net)])).toEqual([
			[1, 1_000],
		]);
	});
});
