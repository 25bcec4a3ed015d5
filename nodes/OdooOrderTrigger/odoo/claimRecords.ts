import { z } from 'zod';

import type { Claim, Delivery } from '../core/claim';
import { EVENT_TYPES, isEventType } from '../core/eventTypes';
import type { History } from '../core/history';
import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { id, optionalText } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';

/**
 * Claims lie on the order as messages of the type that its chatter does not show. Any user who may write on the order
 * can make them, and they go with the order.
 */
const claimRecord = defineRecord('mail.message', {
	id,
	subject: optionalText,
});

const content = z.object({
	token: z.string(),
	attempt: z.number(),
	event: z.object({
		id: z.string(),
		type: z.string().refine(isEventType),
		orderId: z.number(),
		occurredAt: z.string(),
		document: z.object({ model: z.string(), id: z.number(), reference: z.string() }),
		detail: z.record(z.union([z.string(), z.number(), z.boolean()])).optional(),
	}),
});

/** Anybody may edit a message's subject: one that cannot be read is no claim. */
const fromText = z
	.string()
	.transform((written, context): unknown => {
		try {
			return JSON.parse(written);
		} catch (error) {
			context.addIssue({ code: 'custom', message: String(error) });
			return z.NEVER;
		}
	})
	.pipe(content);

const messageId = (key: string): string => `<${key}@n8n-o2c-event>`;

export const toColumns = (key: string, token: string, { attempt, event }: Delivery) => ({
	model: 'sale.order',
	res_id: String(event.orderId),
	message_type: 'user_notification',
	message_id: messageId(key),
	subject: JSON.stringify({ token, attempt, event }),
	body: EVENT_TYPES[event.type].label,
});

/** All claims of a trigger. @param attempt only the claims of that attempt */
export const claimsOf = (scope: string, attempt?: number): OdooDomain => [
	['model', '=', 'sale.order'],
	['message_type', '=', 'user_notification'],
	[
		'message_id',
		'=like',
		`<event\\_${scope}\\_${attempt === undefined ? '' : `${attempt}\\_`}%@n8n-o2c-event>`,
	],
];

export const searchClaims = async (client: OdooClient, domain: OdooDomain): Promise<Claim[]> => {
	const found = await client.search(claimRecord, ['id', 'subject'], domain, { order: 'id' });
	return found.flatMap(({ id: claimId, subject }): Claim[] => {
		const parsed = fromText.safeParse(subject ?? '');
		return parsed.success ? [{ id: claimId, ...parsed.data }] : [];
	});
};

/** What was marked and told of each order by now, under `<type>-<order id>`; one call for a page of orders. */
export const readHistories = async (
	client: OdooClient,
	scope: string,
	orderIds: readonly number[],
): Promise<ReadonlyMap<string, History>> => {
	// Later attempts tell the same again.
	const claims = await searchClaims(client, [
		['res_id', 'in', [...orderIds]],
		...claimsOf(scope, 1),
	]);
	const histories = new Map<string, string[]>();
	for (const { event } of claims) {
		const key = `${event.type}-${event.orderId}`;
		histories.set(key, [...(histories.get(key) ?? []), event.id]);
	}
	return histories;
};
