import { orderLedgerOf } from '../../shared/ledger/core/orderLedger';
import type { OrderRow } from '../../shared/ledger/core/orderRows';
import { toOrderRows } from '../../shared/ledger/odoo/toOrderRows';
import type { InvoicingOrder } from '../core/facts';
import type { OrderBook } from './readOrderBooks';

export const toLedger = (
	version: number,
	book: OrderBook,
): Pick<InvoicingOrder, 'row' | 'ledger'> => {
	const lines = book.order_line.map((line) => ({ ...line, order_id: book }));
	const row = toOrderRows(version, lines)[0] ?? withoutLines(book);
	return { row, ledger: orderLedgerOf(row) };
};

const withoutLines = ({ id, currency_id: currency }: OrderBook): OrderRow => ({
	id,
	state: 'confirmed',
	currency: currency?.name ?? '',
	total: 0,
	lines: [],
});
