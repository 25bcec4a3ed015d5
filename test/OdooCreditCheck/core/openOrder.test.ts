import { roundTo } from '../../../nodes/shared/core/exact';
import { toOpenOrder } from '../../../nodes/OdooCreditCheck/core/openOrder';
import { orderLedgerOf } from '../../../nodes/shared/ledger/core/orderLedger';
import { invoiceLine, lineRow, moveRow, orderRow } from '../../shared/ledger/core/ledgerRows';

const half = lineRow({
	delivered: 6,
	moves: [moveRow({ id: 1, quantity: 6 }), moveRow({ id: 2, quantity: 4, state: 'open' })],
	invoiceLines: [invoiceLine(1)],
});
const paidDown = lineRow({
	id: 2,
	kind: 'downPayment',
	ordered: 0,
	net: 0,
	gross: 0,
	invoiceLines: [invoiceLine(1, { state: 'draft' }, 50)],
});

it.each([
	{ isBeyond: false, undelivered: 480 },
	{ isBeyond: true, undelivered: 0 },
])('an open order with tax; beyond the horizon: $isBeyond', ({ isBeyond, undelivered }) => {
	const order = toOpenOrder(orderLedgerOf(orderRow([half, paidDown])), isBeyond);
	expect({
		...order,
		delivered: roundTo(order.delivered, 2),
		undelivered: roundTo(order.undelivered, 2),
		downPayments: roundTo(order.downPayments, 2),
		billed: roundTo(order.billed, 2),
	}).toEqual({
		orderId: 1,
		confirmed: true,
		currency: 'EUR',
		delivered: 600,
		undelivered,
		downPayments: 60,
		billed: 180,
	});
});
