import { exact, roundTo, type Exact } from '../../../../nodes/shared/core/exact';
import { deductionFor, type Deduction } from '../../../../nodes/shared/ledger/core/deduction';
import { openDownPayment } from '../../../../nodes/shared/ledger/core/downPayments';
import { orderLedgerOf, type OrderLedger } from '../../../../nodes/shared/ledger/core/orderLedger';
import type { InvoiceLineRow, LineRow } from '../../../../nodes/shared/ledger/core/orderRows';
import { invoiceLine, lineRow, moveRow, orderRow } from './ledgerRows';

const downPayment = (id: number, invoiceLines: readonly InvoiceLineRow[]): LineRow =>
	lineRow({ id, kind: 'downPayment', ordered: 0, net: 0, gross: 0, productId: null, invoiceLines });

/** Ten at 100 with a down payment, some shipped and invoiced. */
const order = (paidDown: readonly InvoiceLineRow[], line: Partial<LineRow>): OrderLedger =>
	orderLedgerOf(orderRow([lineRow(line), downPayment(2, paidDown)]));

const shippedOf = (quantity: number) => ({
	delivered: quantity,
	moves: [
		moveRow({ id: 1, quantity }),
		...(quantity < 10 ? [moveRow({ id: 2, quantity: 10 - quantity, state: 'open' })] : []),
	],
});

const shown = (deduction: Deduction) =>
	'leaves' in deduction
		? [deduction.kind, roundTo(deduction.open.net, 2), roundTo(deduction.leaves.net, 2)]
		: [deduction.kind];

const next = (ledger: OrderLedger): ReadonlyMap<number, Exact> =>
	new Map(ledger.lines.map(({ id, toInvoice }) => [id, toInvoice]));

const half = [invoiceLine(1, {}, 500)];

it.each<[string, OrderLedger, readonly (string | number)[]]>([
	['no down payment', order([], shippedOf(7)), ['none']],
	['7 of 10 shipped: the rest is less than it', order(half, shippedOf(7)), ['now', 500, 200]],
	['4 of 10 shipped: enough is left', order(half, shippedOf(4)), ['later']],
	['5 of 10 shipped: just enough is left', order(half, shippedOf(5)), ['later']],
	[
		'3 more of 10 shipped: due, and larger than the invoice',
		order(half, { ...shippedOf(6), invoiceLines: [invoiceLine(3, { id: 9 })] }),
		['tooSmall', 500, -200],
	],
	[
		'invoiced by order',
		order(half, {
			invoicedBy: 'ordered',
			moves: [moveRow({ id: 2, quantity: 10, state: 'open' })],
		}),
		['now', 500, 500],
	],
	[
		'taken off before by a negative quantity',
		order([...half, invoiceLine(-1, { id: 9 }, 500)], shippedOf(7)),
		['none'],
	],
	[
		'the remainder was cancelled',
		order([invoiceLine(1, {}, 300)], {
			delivered: 6,
			moves: [moveRow({ id: 1, quantity: 6 }), moveRow({ id: 2, quantity: 4, state: 'cancelled' })],
		}),
		['now', 300, 300],
	],
	[
		'more was paid than the order is worth in the end',
		order([invoiceLine(1, {}, 900)], {
			delivered: 6,
			moves: [moveRow({ id: 1, quantity: 6 }), moveRow({ id: 2, quantity: 4, state: 'cancelled' })],
		}),
		['now', 900, -300],
	],
])('%s', (_case, ledger, expected) => {
	expect(shown(deductionFor(ledger, next(ledger)))).toEqual(expected);
});

it('tells what is asked, invoiced, paid and taken off', () => {
	const ledger = order(
		[
			invoiceLine(1, { state: 'draft' }, 100),
			invoiceLine(1, { id: 2, total: 600, residual: 150 }, 500),
			invoiceLine(-1, { id: 3, state: 'draft' }, 200),
			invoiceLine(1, { id: 4, type: 'creditNote' }, 50),
		],
		shippedOf(4),
	);
	const [paid] = ledger.downPayments;
	const net = (amount: { readonly net: Exact } | undefined) => roundTo(amount?.net ?? exact(0), 2);
	expect({
		asked: net(paid?.asked),
		invoiced: net(paid?.invoiced),
		paid: net(paid?.paid),
		deducting: net(paid?.deducting),
		deducted: net(paid?.deducted),
		remaining: net(openDownPayment(ledger.downPayments)),
	}).toEqual({
		asked: 100,
		invoiced: 500,
		paid: 375,
		deducting: 200,
		deducted: 50,
		remaining: 350,
	});
});
