import type { OdooClient } from '../../shared/odoo/OdooClient';
import { decideDue, type Claim, type Due } from '../../shared/traces/core/claims';
import { latestNotes } from '../../shared/traces/odoo/notes';
import type { OrderEvent } from '../core/orderEvent';

/** What was claimed and never answered by a note on the order: n8n was stopped between the claim and the next node. */
export const readUnanswered = async (
	client: OdooClient,
	claims: readonly Claim<OrderEvent>[],
): Promise<Due<OrderEvent>> => {
	const orderIds = claims.map(({ work }) => work.orderId);
	const notes = await latestNotes(client, 'sale.order', orderIds);
	return decideDue(claims, ({ orderId }) => notes.get(orderId) ?? 0);
};
