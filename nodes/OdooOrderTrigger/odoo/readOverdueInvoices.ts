import { DAY_SECONDS, laterOf, shifted } from '../../shared/core/time';
import { accountMove } from '../../shared/odoo/records/accountMove';
import { eventId } from '../core/orderEvent';
import { CUSTOMER_INVOICE } from './customerDocuments';
import type { DueSource } from './eventSource';
import { readInvoiceOrders } from './readInvoiceOrders';

const FIELDS = ['id', 'name', 'invoice_date_due', 'amount_residual', 'create_date'] as const;

const dayOf = (time: string): string => time.slice(0, 10);

/** Invoices still unpaid a number of days after their due date, counted in whole days of UTC. */
export const overdueInvoices: DueSource = {
	async read(client, { filter, overdueDays }, { from, now, limit }) {
		const dueBefore = (time: string) => dayOf(shifted(time, -overdueDays * DAY_SECONDS));
		const invoices = await client.search(
			accountMove,
			FIELDS,
			[
				...CUSTOMER_INVOICE,
				['state', '=', 'posted'],
				['payment_state', 'in', ['not_paid', 'partial']],
				['invoice_date_due', '<', dueBefore(now)],
				'|',
				['invoice_date_due', '>=', dueBefore(shifted(from, -DAY_SECONDS))],
				['write_date', '>=', from],
			],
			{ order: 'invoice_date_due desc, id', ...(limit === undefined ? {} : { limit }) },
		);
		if (invoices.length === 0) return [];
		const ordersOf = await readInvoiceOrders(
			client,
			invoices.map(({ id }) => id),
			filter,
		);
		return invoices.flatMap(
			({ id, name, invoice_date_due: due, amount_residual: residual, create_date: created }) =>
				(ordersOf.get(id) ?? []).map((orderId) => ({
					id: eventId('invoiceOverdue', id, orderId, overdueDays, due ?? ''),
					type: 'invoiceOverdue' as const,
					orderId,
					occurredAt: laterOf(
						shifted(`${due ?? dayOf(now)} 00:00:00`, (overdueDays + 1) * DAY_SECONDS),
						created ?? '',
					),
					document: { model: 'account.move', id, reference: name ?? '' },
					detail: { dueOn: due ?? '', residual, days: overdueDays },
				})),
		);
	},
};
