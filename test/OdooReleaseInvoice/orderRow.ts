import type { InvoicingOrder, OrderLineFacts } from '../../nodes/OdooReleaseInvoice/core/facts';
import type {
	DocumentRow,
	InvoiceLineRow,
	LineRow,
	MoveRow,
	OrderRow,
} from '../../nodes/shared/ledger/core/orderRows';

type Facts = Omit<InvoicingOrder, 'row' | 'ledger'>;

/** The moves and documents that make an order what its facts say. */
export const rowOf = (order: Facts): OrderRow => ({
	id: order.id,
	state:
		order.state === 'cancel' ? 'cancelled' : order.state === 'sale' ? 'confirmed' : 'quotation',
	currency: order.currency,
	total: order.lines.reduce((sum, { total }) => sum + total, 0),
	lines: order.lines.map((line) => lineOf(order, line)),
});

const lineOf = (order: Facts, line: OrderLineFacts): LineRow => ({
	id: line.id,
	kind: line.kind,
	invoicedBy: line.invoicedBy,
	productId: line.product?.id ?? null,
	unitSize: 1,
	ordered: line.ordered,
	delivered: line.delivered,
	unitPrice: line.unitPrice,
	discount: line.discount,
	net: line.subtotal,
	gross: line.total,
	taxes: [],
	moves: line.kind === 'goods' ? movesOf(order, line) : [],
	invoiceLines: invoiceLinesOf(order, line),
});

const movesOf = ({ transfers, invoices }: Facts, line: OrderLineFacts): MoveRow[] => {
	const has = (direction: string, state: string) =>
		transfers.some((transfer) => transfer.direction === direction && transfer.state === state);
	const credited = invoices
		.filter(({ kind }) => kind === 'creditNote')
		.flatMap(({ lines }) => lines)
		.filter(({ orderLineId }) => orderLineId === line.id)
		.reduce((sum, { quantity }) => sum + Math.abs(quantity), 0);
	const returned = has('return', 'done') ? Math.max(credited, line.ordered - line.delivered) : 0;
	const missing = Math.max(0, line.ordered - line.delivered - returned);
	const move = (
		id: number,
		quantity: number,
		state: MoveRow['state'],
		more: Partial<MoveRow> = {},
	): MoveRow[] =>
		quantity <= 0
			? []
			: [
					{
						id,
						productId: line.product?.id ?? null,
						state,
						quantity,
						unitSize: 1,
						from: 'house',
						to: 'customer',
						returnsMoveId: null,
						isRefunded: false,
						at: `2026-11-20 10:00:0${id}`,
						nextMoveIds: [],
						...more,
					},
				];
	const back = { from: 'customer', to: 'house', returnsMoveId: 1, isRefunded: true } as const;
	return [
		...move(1, line.delivered + returned, 'done'),
		...move(2, missing, has('delivery', 'open') ? 'open' : 'cancelled'),
		...move(3, returned, 'done', back),
		...move(4, has('return', 'open') ? 1 : 0, 'open', back),
	];
};

const invoiceLinesOf = ({ invoices, currency }: Facts, line: OrderLineFacts): InvoiceLineRow[] => {
	const rate = line.subtotal === 0 ? 1 : line.total / line.subtotal;
	const rowFor = (document: DocumentRow, quantity: number, unitPrice: number): InvoiceLineRow => ({
		quantity,
		unitSize: 1,
		net: quantity * unitPrice,
		gross: quantity * unitPrice * rate,
		document,
	});
	const known = invoices.flatMap((invoice) =>
		invoice.lines
			.filter(({ orderLineId }) => orderLineId === line.id)
			.map(({ quantity, unitPrice, discount }) => ({
				quantity,
				row: rowFor(
					{
						id: invoice.id,
						at: `2026-11-21 10:00:${String(invoice.id).padStart(2, '0')}`,
						type: invoice.kind,
						state: invoice.state,
						currency: invoice.currency,
						total: Math.abs(invoice.total),
						residual: Math.abs(invoice.due),
					},
					invoice.kind === 'creditNote' ? -quantity : quantity,
					unitPrice * (1 - discount / 100),
				),
			})),
	);
	const rest = line.invoiced - known.reduce((sum, { quantity }) => sum + quantity, 0);
	const elsewhere = rowFor(
		{
			id: 1000 + line.id,
			at: '2026-11-20 11:00:00',
			type: 'invoice',
			state: 'posted',
			currency,
			total: 1,
			residual: 1,
		},
		rest,
		line.unitPrice * (1 - line.discount / 100),
	);
	return [...known.map(({ row }) => row), ...(rest > 0 ? [elsewhere] : [])];
};
