import { groupBy } from '../../core/collections';
import type {
	DocumentRow,
	InvoiceLineRow,
	LineRow,
	MoveRow,
	OrderRow,
	Place,
	TaxRow,
} from '../core/orderRows';
import type { LedgerLineRecord, LedgerOrderRecord } from './orderLineGraph';

type LineOfOrder = LedgerLineRecord & { readonly order_id: LedgerOrderRecord };
type MoveRecord = LedgerLineRecord['move_ids'][number];
type InvoiceLineRecord = LedgerLineRecord['invoice_lines'][number];
type TaxRecord = Omit<LedgerLineRecord['tax_ids'][number], 'children_tax_ids'>;

/** @param records all lines of each order but sections and notes */
export const toOrderRows = (version: number, records: readonly LineOfOrder[]): OrderRow[] =>
	[...groupBy(records, ({ order_id: order }) => order.id).values()].flatMap((lines) => {
		const [first] = lines;
		if (!first) return [];
		const { id, state, amount_total: total } = first.order_id;
		return [
			{
				id,
				state: ORDER_STATES.get(state) ?? 'confirmed',
				currency: first.currency_id.display_name,
				total,
				lines: lines.map((line) => toLineRow(version, line)),
			},
		];
	});

const ORDER_STATES: ReadonlyMap<string, OrderRow['state']> = new Map([
	['draft', 'quotation'],
	['sent', 'quotation'],
	['cancel', 'cancelled'],
]);

const toLineRow = (version: number, record: LineOfOrder): LineRow => ({
	id: record.id,
	kind: record.is_downpayment
		? 'downPayment'
		: record.qty_delivered_method === 'stock_move'
			? 'goods'
			: 'service',
	invoicedBy: record.product_id?.invoice_policy === 'order' ? 'ordered' : 'delivered',
	productId: record.product_id?.id ?? null,
	unitSize: record.product_uom_id?.factor ?? 1,
	ordered: record.product_uom_qty,
	delivered: record.qty_delivered,
	unitPrice: record.price_unit,
	discount: record.discount,
	net: record.price_subtotal,
	gross: record.price_total,
	taxes: record.tax_ids.flatMap(({ children_tax_ids: members, ...tax }) =>
		(tax.amount_type === 'group' ? members : [tax]).map(toTaxRow),
	),
	moves: record.move_ids
		.filter((move) => !isOfEarlierConfirmation(move, record.order_id))
		.map((move) => toMoveRow(version, move)),
	invoiceLines: record.invoice_lines.flatMap((line) => toInvoiceLineRow(line, record)),
});

/**
 * An order that was cancelled and confirmed anew has moves of its own; confirming sets the order's date. When a move was
 * made does not tell: Odoo dates that by the begin of the call, which may confirm many orders, one after the other.
 */
const isOfEarlierConfirmation = (
	{ state, write_date: cancelled }: MoveRecord,
	{ date_order: confirmed }: LedgerOrderRecord,
): boolean => state === 'cancel' && cancelled.slice(0, 19) < confirmed.slice(0, 19);

const TAX_KINDS: ReadonlyMap<string, TaxRow['kind']> = new Map([
	['percent', 'percent'],
	['division', 'division'],
	['fixed', 'fixed'],
]);

const toTaxRow = (tax: TaxRecord): TaxRow => ({
	kind: TAX_KINDS.get(tax.amount_type) ?? 'other',
	amount: tax.amount,
	isInPrice: tax.price_include,
	raisesBase: tax.include_base_amount,
});

const MOVE_STATES: ReadonlyMap<string, MoveRow['state']> = new Map([
	['done', 'done'],
	['cancel', 'cancelled'],
]);

const toMoveRow = (version: number, move: MoveRecord): MoveRow => {
	const state = MOVE_STATES.get(move.state) ?? 'open';
	return {
		id: move.id,
		productId: move.product_id,
		state,
		// Up to Odoo 16 the demand becomes what was done; since then both are kept.
		quantity: state === 'done' && version >= 17 ? move.quantity : move.product_uom_qty,
		unitSize: move.product_uom?.factor ?? 1,
		from: toPlace(move.location_id),
		to: toPlace(move.location_dest_id),
		returnsMoveId: move.origin_returned_move_id,
		isRefunded: move.to_refund,
		at: move.date.slice(0, 19),
		nextMoveIds: move.move_dest_ids,
	};
};

const PLACES: ReadonlyMap<string, Place> = new Map([
	['customer', 'customer'],
	['supplier', 'supplier'],
	['inventory', 'lost'],
	['production', 'lost'],
]);

/** On the way to another company of the group it has left this one. */
const toPlace = ({ usage, company_id: company }: MoveRecord['location_id']): Place =>
	usage === 'transit' && company === null ? 'customer' : (PLACES.get(usage) ?? 'house');

const DOCUMENT_TYPES: ReadonlyMap<string, DocumentRow['type']> = new Map([
	['out_invoice', 'invoice'],
	['out_receipt', 'invoice'],
	['out_refund', 'creditNote'],
]);
const DOCUMENT_STATES: ReadonlyMap<string, DocumentRow['state']> = new Map([
	['draft', 'draft'],
	['posted', 'posted'],
]);

const toInvoiceLineRow = (
	{ move_id: document, ...line }: InvoiceLineRecord,
	{ product_uom_id: unit }: LedgerLineRecord,
): InvoiceLineRow[] => {
	const type = DOCUMENT_TYPES.get(document.move_type);
	if (!type) return [];
	return [
		{
			quantity: line.quantity,
			unitSize: line.product_uom_id?.factor ?? unit?.factor ?? 1,
			net: line.price_subtotal,
			gross: line.price_total,
			document: {
				id: document.id,
				type,
				state: DOCUMENT_STATES.get(document.state) ?? 'cancelled',
				at: document.create_date.slice(0, 19),
				currency: document.currency_id.display_name,
				total: document.amount_total,
				residual: document.amount_residual,
			},
		},
	];
};
