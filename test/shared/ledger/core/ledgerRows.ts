import type {
	DocumentRow,
	InvoiceLineRow,
	LineRow,
	MoveRow,
	OrderRow,
} from '../../../../nodes/shared/ledger/core/orderRows';

/** Rows as Odoo keeps them, for tests: one product at 100 with 20 % tax, in pieces. */
export const lineRow = (values: Partial<LineRow> = {}): LineRow => {
	const ordered = values.ordered ?? 10;
	return {
		id: 1,
		kind: 'goods',
		invoicedBy: 'delivered',
		productId: 7,
		unitSize: 1,
		ordered,
		delivered: 0,
		unitPrice: 100,
		discount: 0,
		net: 100 * ordered,
		gross: 120 * ordered,
		taxes: [{ kind: 'percent', amount: 20, isInPrice: false, raisesBase: false }],
		moves: [],
		invoiceLines: [],
		...values,
	};
};

export const orderRow = (lines: readonly LineRow[], values: Partial<OrderRow> = {}): OrderRow => ({
	id: 1,
	state: 'confirmed',
	currency: 'EUR',
	total: lines.reduce((total, { gross }) => total + gross, 0),
	lines,
	...values,
});

/** A delivery of the whole way unless the values say otherwise. */
export const moveRow = (values: Partial<MoveRow> & { readonly id: number }): MoveRow => ({
	productId: 7,
	state: 'done',
	quantity: 1,
	unitSize: 1,
	from: 'house',
	to: 'customer',
	returnsMoveId: null,
	isRefunded: false,
	at: `2026-01-01 00:00:${String(values.id).padStart(2, '0')}`,
	nextMoveIds: [],
	...values,
});

export const documentRow = (values: Partial<DocumentRow> = {}): DocumentRow => ({
	id: 1,
	type: 'invoice',
	state: 'posted',
	at: '2026-01-02 00:00:00',
	currency: 'EUR',
	total: 120,
	residual: 120,
	...values,
});

/** At 100 a piece unless another price is given. */
export const invoiceLine = (
	quantity: number,
	document: Partial<DocumentRow> = {},
	price = 100,
): InvoiceLineRow => ({
	quantity,
	unitSize: 1,
	net: quantity * price,
	gross: (quantity * price * 12) / 10,
	document: documentRow(document),
});
