import { unique } from '../../shared/core/collections';
import { chunksOf } from '../../shared/odoo/batches';
import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Reference } from '../../shared/odoo/records/fields';
import { message } from '../../shared/odoo/records/party';
import { saleOrder } from '../../shared/odoo/records/saleOrder';

/** Where the text of an order stands in Odoo. */
type OrderTextSource = 'orderNote' | 'customerMessage';

export interface ClassifiedOrder {
	readonly id: number;
	/** Of the customer: the company's, and the contact's where there is one. */
	readonly customerNames: readonly string[];
	readonly tagIds: readonly number[];
	/** As Odoo keeps it, usually HTML; empty when there is none. */
	readonly text: string;
}

/** Written by somebody who is no internal user: a customer's mail or portal comment, or mail of an unknown sender. */
const BY_CUSTOMER: OdooDomain = [
	['message_type', 'in', ['email', 'comment']],
	'|',
	['author_id', '=', false],
	['author_id.partner_share', '=', true],
];

/**
 * The orders with the text to classify: one call for 200 orders, two more for their customers' last messages. Orders
 * that are gone or hidden are missing.
 * @param source null when the text comes from elsewhere
 */
export const readClassifiedOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	source: OrderTextSource | null,
): Promise<ReadonlyMap<number, ClassifiedOrder>> => {
	const [orders, messages] = await Promise.all([
		client.read(saleOrder, ['id', 'partner_id', 'tag_ids', 'note'], orderIds),
		source === 'customerMessage' ? readLastMessages(client, orderIds) : new Map<number, string>(),
	]);
	const textOf = (id: number, note: string | null) =>
		source === 'customerMessage'
			? (messages.get(id) ?? '')
			: source === 'orderNote'
				? (note ?? '')
				: '';
	return new Map(
		orders.map(({ id, partner_id: customer, tag_ids: tagIds, note }) => [
			id,
			{ id, customerNames: namesOf(customer), tagIds, text: textOf(id, note) },
		]),
	);
};

/** Odoo names a contact as "Company, Contact". */
const namesOf = (customer: Reference | null): string[] =>
	(customer?.name ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

/** Finds the last message by id first: the bodies of a whole conversation can be long. */
const readLastMessages = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<Map<number, string>> => {
	const chunks = chunksOf(unique(orderIds), client.batchSize);
	const found = await client.parallel(
		chunks,
		async (chunk) =>
			await client.search(
				message,
				['id', 'res_id'],
				[['model', '=', 'sale.order'], ['res_id', 'in', chunk], ...BY_CUSTOMER],
				{ order: 'id desc' },
			),
	);
	const lastOf = new Map(
		found
			.flat()
			.reverse()
			.map(({ id, res_id: orderId }) => [orderId, id]),
	);
	const bodies = await client.read(message, ['id', 'res_id', 'body'], [...lastOf.values()]);
	return new Map(bodies.map(({ res_id: orderId, body }) => [orderId, body ?? '']));
};
