import { eventId } from '../../core/events/orderEvent';
import { accountMove } from '../records/accountMove';
import { readWritten, type EventSource } from './eventSource';
import { ordersOfInvoices } from './invoiceOrders';

/** A posted customer invoice. Posted again after a change, it differs in date or amount. */
export const invoiceSource: EventSource = {
	model: 'account.move',
	types: ['invoicePosted'],
	async read(client, { filter }, reading) {
		const invoices = await readWritten(
			client,
			accountMove,
			['id', 'name', 'invoice_date', 'amount_total', 'write_date'],
			[
				['move_type', '=', 'out_invoice'],
				['state', '=', 'posted'],
			],
			reading,
		);
		const ordersOf =
			invoices.length > 0
				? await ordersOfInvoices(
						client,
						invoices.map(({ id }) => id),
						filter,
					)
				: new Map<number, readonly number[]>();
		return invoices.map(
			({ id, name, invoice_date: invoicedOn, amount_total: total, write_date: written }) => {
				const writtenAt = written ?? '';
				const document = { model: 'account.move', id, reference: name ?? '' };
				const events = (ordersOf.get(id) ?? []).map((orderId) => ({
					id: eventId('invoicePosted', id, orderId, invoicedOn ?? '', Math.round(total * 100)),
					type: 'invoicePosted' as const,
					orderId,
					occurredAt: writtenAt,
					document,
				}));
				return { id, writtenAt, events };
			},
		);
	},
};
