import type { InvoicingOrder } from '../../../nodes/OdooReleaseInvoice/core/facts';
import type { InvoiceFacts } from '../../../nodes/OdooReleaseInvoice/core/invoiceFacts';
import { aLine, anInvoice, anOrder, aTransfer } from '../../OdooReleaseInvoice/invoicingOrder';
import {
	amountsOf,
	cents,
	deliveredOf,
	invoicedOf,
	isGoods,
	isInvoicedByOrder,
	isLastStage,
	isLinked,
	priceOf,
	toInvoiceOf,
	totalOf,
	type SimulatedDocument,
	type SimulatedLine,
	type SimulatedOrder,
} from './simulatedOrder';
import { toOrderRow } from './toOrderRow';
import { PARTY_IDS } from './toFacts';

const ORDER_ID = 7;
const taxesOf = (taxed: boolean) => (taxed ? [{ id: 5, name: '15%' }] : []);
const partyOf = (party: 'buyer' | 'other') => ({ id: PARTY_IDS[party], name: party });
const termOf = (days: number) => ({ id: 1 + days, name: `${days} days` });

/** What Release Invoice reads of the simulated order. */
export const toInvoicingOrder = (order: SimulatedOrder): InvoicingOrder => {
	const standard = anOrder();
	return anOrder({
		id: ORDER_ID,
		state: order.state,
		customer: {
			...standard.customer,
			...partyOf(order.invoicedTo),
			account: partyOf(order.invoicedTo),
		},
		deliveryAddress: partyOf('buyer'),
		paymentTerm: termOf(order.termDays),
		row: toOrderRow(order),
		lines: order.lines.map((line) => toLine(order, line)),
		transfers: order.transfers
			.filter(({ state, way, stage }) => state !== 'cancelled' && isLastStage(order, way, stage))
			.map(({ id: transferId, way, state }) =>
				aTransfer({
					id: transferId,
					direction: way === 'out' ? 'delivery' : 'return',
					state: state === 'done' ? 'done' : 'open',
					...(state === 'done' ? {} : { doneAt: null }),
				}),
			),
		invoices: order.documents.flatMap((document) => toInvoice(order, document)),
	});
};

const toLine = (order: SimulatedOrder, line: SimulatedLine) => {
	const { net, gross } = amountsOf({
		quantity: line.ordered,
		price: priceOf(line),
		taxed: line.taxed,
	});
	return aLine({
		id: line.id,
		label: line.sells ?? 'Down payment',
		kind: line.sells === null ? 'downPayment' : isGoods(line) ? 'goods' : 'service',
		invoicedBy: isInvoicedByOrder(line) ? 'ordered' : 'delivered',
		ordered: line.ordered,
		delivered: deliveredOf(order, line),
		invoiced: invoicedOf(order, line.id),
		toInvoice: toInvoiceOf(order, line),
		unitPrice: line.unitPrice,
		discount: line.discount,
		subtotal: net,
		total: gross,
		taxes: taxesOf(line.taxed),
		product: { id: line.id, name: 'Product' },
	});
};

/** Odoo finds the documents of an order by their lines: one that is linked to none is not among them. */
const toInvoice = (order: SimulatedOrder, document: SimulatedDocument): InvoiceFacts[] => {
	const { state, type } = document;
	if (state === 'cancelled' || !isLinked(document.lines)) return [];
	const sign = type === 'invoice' ? 1 : -1;
	return [
		anInvoice({
			id: document.id,
			number: state === 'posted' ? `INV/${document.id}` : null,
			kind: type,
			customer: partyOf(document.to),
			deliveryAddress: partyOf('buyer'),
			paymentTerm: termOf(document.termDays),
			state,
			total: sign * totalOf(document),
			due: sign * cents(totalOf(document) - document.paid),
			orderIds: [ORDER_ID],
			extraLines: document.lines.filter(({ line }) => line === null).length,
			lines: document.lines.flatMap(({ line, quantity, price, taxed }) =>
				line === null
					? []
					: {
							orderLineId: line,
							isDownPayment: order.lines.some(({ id, sells }) => id === line && sells === null),
							quantity: sign * quantity,
							unitPrice: price,
							discount: 0,
							taxes: taxesOf(taxed),
							product: { id: line, name: 'Product' },
							unit: { id: 1, name: 'Units' },
						},
			),
		}),
	];
};
