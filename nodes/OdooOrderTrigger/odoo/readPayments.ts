import { indexBy, unique } from '../../shared/core/collections';
import { accountMove, accountMoveLine } from '../../shared/odoo/records/accountMove';
import { dateTime, id, many2one, number } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import { eventId } from '../core/orderEvent';
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
		const lines = await client.read(
			accountMoveLine,
			['id', 'move_id'],
			settled.flatMap(({ debit_move_id: line }) => line?.id ?? []),
		);
		const invoiceOf = new Map(lines.map(({ id: lineId, move_id: move }) => [lineId, move]));
		const invoiceIds = unique(lines.flatMap(({ move_id: move }) => move?.id ?? []));
		const [ordersOf, invoices] = await Promise.all([
			readInvoiceOrders(client, invoiceIds, filter),
			client.read(accountMove, ['id', 'name', 'amount_residual', 'payment_state'], invoiceIds),
		]);
		const byId = indexBy(invoices, ({ id: invoiceId }) => invoiceId);
		return settled.map(
			({
				id: settlementId,
				debit_move_id: line,
				amount,
				create_date: createdAt,
				write_date: written,
			}) => {
				const writtenAt = written ?? '';
				const invoice = byId.get(invoiceOf.get(line?.id ?? 0)?.id ?? 0);
				if (!invoice) return { id: settlementId, writtenAt, events: [] };
				const document = { model: 'account.move', id: invoice.id, reference: invoice.name ?? '' };
				const detail = {
					amount,
					residual: invoice.amount_residual,
					paymentState: invoice.payment_state ?? '',
				};
				const events = (ordersOf.get(invoice.id) ?? []).map((orderId) => ({
					id: eventId('invoicePaid', settlementId, orderId),
					type: 'invoicePaid' as const,
					orderId,
					occurredAt: createdAt ?? writtenAt,
					document,
					detail,
				}));
				return { id: settlementId, writtenAt, events };
			},
		);
	},
};
