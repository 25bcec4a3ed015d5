import type { OdooTime } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMove } from '../../shared/odoo/records/accountMove';
import { dateTime, number } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import { eventId } from '../core/orderEvent';
import { CUSTOMER_INVOICE } from './customerDocuments';
import type { EventSource } from './eventSource';
import { readInvoiceOrders } from './readInvoiceOrders';
import { readWritten } from './readWritten';

const posting = defineRecord('mail.message', { res_id: number, create_date: dateTime });

const FIELDS = ['id', 'name', 'invoice_date', 'amount_total', 'create_date', 'write_date'] as const;

/** A posted customer invoice. Posted again after a change, it differs in date or amount. */
export const invoices: EventSource = {
	async read(client, { filter }, reading) {
		const posted = await readWritten(
			client,
			{
				type: accountMove,
				fields: FIELDS,
				domain: [...CUSTOMER_INVOICE, ['state', '=', 'posted']],
			},
			reading,
		);
		if (posted.length === 0) return [];
		const invoiceIds = posted.map(({ id }) => id);
		const [ordersOf, postedAt] = await Promise.all([
			readInvoiceOrders(client, invoiceIds, filter),
			readPostings(client, invoiceIds),
		]);
		return posted.map((invoice) => {
			const { id, name, invoice_date: invoicedOn, amount_total: total } = invoice;
			const writtenAt = invoice.write_date ?? '';
			const events = (ordersOf.get(id) ?? []).map((orderId) => ({
				id: eventId('invoicePosted', id, orderId, invoicedOn ?? '', Math.round(total * 100)),
				type: 'invoicePosted' as const,
				orderId,
				occurredAt: postedAt.get(id) ?? invoice.create_date ?? writtenAt,
				document: { model: 'account.move', id, reference: name ?? '' },
				detail: { total },
			}));
			return { id, writtenAt, events };
		});
	},
};

/**
 * When each was posted, by the line that Odoo leaves in its chatter: the invoice itself does not keep the time, and is
 * written again with each payment.
 */
const readPostings = async (
	client: OdooClient,
	invoiceIds: readonly number[],
): Promise<ReadonlyMap<number, OdooTime>> => {
	const postings = await client.search(
		posting,
		['res_id', 'create_date'],
		[
			['model', '=', 'account.move'],
			['res_id', 'in', [...invoiceIds]],
			['subtype_id.res_model', '=', 'account.move'],
			['subtype_id.name', '=', 'Validated'],
		],
		// The subtype's name is translated, its English one is not.
		{ order: 'id', context: { lang: 'en_US' } },
	);
	return new Map(postings.map(({ res_id: invoiceId, create_date: at }) => [invoiceId, at ?? '']));
};
