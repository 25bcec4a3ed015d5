import { indexBy, unique } from '../../shared/core/collections';
import { accountMove, accountMoveLine } from '../../shared/odoo/records/accountMove';
import { dateTime, id, many2one, number } from '../../shared/odoo/records/fields';
import { defineRecord, type RecordOf } from '../../shared/odoo/records/record';
import { eventId, type OrderEvent } from '../core/orderEvent';
import type { EventSource } from './eventSource';
import { readInvoiceOrders } from './readInvoiceOrders';
import { readWritten } from './readWritten';

/** What of a payment was set against what of an invoice: one for each payment of each invoice, never changed. */
const partialReconcile = defineRecord('account.partial.reconcile', {
	id,
	debit_move_id: many2one,
	/** In the company's currency. */
	amount: number,
	create_date: dateTime,
	write_date: dateTime,
});

const FIELDS = ['id', 'debit_move_id', 'amount', 'create_date', 'write_date'] as const;
const INVOICE = ['id', 'name', 'amount_residual', 'payment_state'] as const;

type Payment = RecordOf<typeof partialReconcile, (typeof FIELDS)[number]>;
type Invoice = RecordOf<typeof accountMove, (typeof INVOICE)[number]>;

/** A payment, in part or in full. A credit note settles an invoice as well, but pays nothing. */
export const payments: EventSource = {
	async read(client, { filter }, reading) {
		const settled = await readWritten(
			client,
			{
				type: partialReconcile,
				fields: FIELDS,
				domain: [
					['debit_move_id.move_id.move_type', '=', 'out_invoice'],
					['credit_move_id.move_id.move_type', '!=', 'out_refund'],
				],
			},
			reading,
		);
		if (settled.length === 0) return [];
		const lineIds = settled.flatMap(({ debit_move_id: line }) => line?.id ?? []);
		const lines = await client.read(accountMoveLine, ['id', 'move_id'], lineIds);
		const invoiceIds = unique(lines.flatMap(({ move_id: move }) => move?.id ?? []));
		const [ordersOf, invoices] = await Promise.all([
			readInvoiceOrders(client, invoiceIds, filter),
			client.read(accountMove, INVOICE, invoiceIds),
		]);
		const lineById = indexBy(lines, (line) => line.id);
		const invoiceById = indexBy(invoices, (invoice) => invoice.id);
		return settled.map((payment) => {
			const line = lineById.get(payment.debit_move_id?.id ?? 0);
			const invoice = invoiceById.get(line?.move_id?.id ?? 0);
			const orderIds = (invoice && ordersOf.get(invoice.id)) ?? [];
			return {
				id: payment.id,
				writtenAt: payment.write_date ?? '',
				events: invoice ? orderIds.map((orderId) => toEvent(payment, invoice, orderId)) : [],
			};
		});
	},
};

const toEvent = (
	{ id: paymentId, amount, create_date: createdAt, write_date: written }: Payment,
	{ id: invoiceId, name, amount_residual: residual, payment_state: state }: Invoice,
	orderId: number,
): OrderEvent => ({
	id: eventId('invoicePaid', paymentId, orderId),
	type: 'invoicePaid',
	orderId,
	occurredAt: createdAt ?? written ?? '',
	document: { model: 'account.move', id: invoiceId, reference: name ?? '' },
	detail: { amount, residual, paymentState: state ?? '' },
});
