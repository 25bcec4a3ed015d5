import { z } from 'zod';

import { claimKey, firstDeliveries, type Claim, type Delivery } from '../../core/events/claim';
import { EVENT_TYPES, isEventType } from '../../core/events/eventTypes';
import type { History } from '../../core/events/history';
import type { OdooTime } from '../../core/events/odooTime';
import type { OrderEvent } from '../../core/events/orderEvent';
import { anyOf, type OdooDomain } from '../domain';
import { ensureOnce } from '../ensureOnce';
import type { OdooClient } from '../OdooClient';
import { id, optionalText } from '../records/fields';
import { defineRecord } from '../records/record';

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

const messageId = (key: string): string => `<${key}@n8n-o2c-event>`;

const toColumns = (key: string, token: string, { attempt, event }: Delivery) => ({
	model: 'sale.order',
	res_id: String(event.orderId),
	message_type: 'user_notification',
	message_id: messageId(key),
	subject: JSON.stringify({ token, attempt, event }),
	body: EVENT_TYPES[event.type].label,
});

/** Claims of this trigger that were made some time ago, to see whether they were answered. */
export interface DueQuery {
	readonly afterId: number;
	readonly after: OdooTime;
	readonly before: OdooTime;
}

export interface Claimed {
	/** Deliveries that are this caller's to make. */
	readonly won: readonly Delivery[];
	readonly due: readonly Claim[];
}

const dueDomain = (scope: string, { afterId, after, before }: DueQuery): OdooDomain => [
	['id', '>', afterId],
	['create_date', '>=', after],
	['create_date', '<', before],
	['model', '=', 'sale.order'],
	['message_type', '=', 'user_notification'],
	['message_id', '=like', `<event\\_${scope}\\_%@n8n-o2c-event>`],
];

/** Who claims: every sweep and every webhook call has a token of its own. */
export interface Claimant {
	/** The trigger: its workflow and node, whichever process runs it. */
	readonly scope: string;
	readonly token: string;
	/** Tokens of sweeps that broke after their claim: what they took is still to be delivered. */
	readonly abandoned?: readonly string[];
}

export interface ClaimOptions {
	readonly marks?: readonly OrderEvent[];
	readonly dueQuery?: DueQuery | null;
}

/** The token of what is remembered and told to nobody. */
const MARK = 'mark';

/**
 * Claims what is to be delivered, remembers what is marked, and looks up what is due: two calls for 200 events, one when
 * there are none. The record keeps the token of whoever was first. What Odoo refuses to record, an order that may be read only, is
 * delivered without a claim: rather twice than never.
 * @throws OdooError when Odoo could not be reached or was too busy: the next sweep tries again
 */
export const claim = async (
	client: OdooClient,
	claimant: Claimant,
	deliveries: readonly Delivery[],
	{ marks = [], dueQuery = null }: ClaimOptions = {},
): Promise<Claimed> => {
	const keyed = deliveries.map((delivery) => ({
		key: claimKey(claimant.scope, delivery),
		delivery,
	}));
	const toRow = (delivery: Delivery, token: string) => {
		const key = claimKey(claimant.scope, delivery);
		return { key, columns: toColumns(key, token, delivery) };
	};
	const { ids, failed } = await ensureOnce(client, 'mail.message', [
		...deliveries.map((delivery) => toRow(delivery, claimant.token)),
		...firstDeliveries(marks).map((delivery) => toRow(delivery, MARK)),
	]);
	const passing = [...failed.values()].find(({ retryable }) => retryable);
	if (passing) throw passing;
	const refused = keyed.flatMap(({ key, delivery }) => (failed.has(key) ? [delivery] : []));
	const claims = await readClaims(
		client,
		[...ids.values()],
		dueQuery && dueDomain(claimant.scope, dueQuery),
	);
	const tokens = new Set([claimant.token, ...(claimant.abandoned ?? [])]);
	const made = new Set(ids.values());
	const won = claims.filter((found) => made.has(found.id) && tokens.has(found.token));
	return {
		won: [...won.map(({ attempt, event }) => ({ attempt, event })), ...refused],
		due: claims.filter(({ id: claimId, token }) => !made.has(claimId) && token !== MARK),
	};
};

const readClaims = async (
	client: OdooClient,
	claimIds: readonly number[],
	due: OdooDomain | null,
): Promise<Claim[]> => {
	const domains: OdooDomain[] = [
		...(claimIds.length > 0 ? [[['id', 'in', claimIds]] as const] : []),
		...(due ? [due] : []),
	];
	return domains.length === 0 ? [] : await searchClaims(client, anyOf(domains));
};

const searchClaims = async (client: OdooClient, domain: OdooDomain): Promise<Claim[]> => {
	const found = await client.search(claimRecord, ['id', 'subject'], domain, { order: 'id' });
	return found.flatMap(({ id: claimId, subject }): Claim[] => {
		const parsed = content.safeParse(JSON.parse(subject ?? 'null'));
		return parsed.success ? [{ id: claimId, ...parsed.data }] : [];
	});
};

/** What was marked and told of each order by now, under `<type>-<order id>`; one call for a page of orders. */
export const readHistories = async (
	client: OdooClient,
	scope: string,
	orderIds: readonly number[],
): Promise<ReadonlyMap<string, History>> => {
	const claims = await searchClaims(client, [
		['model', '=', 'sale.order'],
		['res_id', 'in', [...orderIds]],
		['message_type', '=', 'user_notification'],
		// Later attempts tell the same again.
		['message_id', '=like', `<event\\_${scope}\\_1\\_%@n8n-o2c-event>`],
	]);
	const histories = new Map<string, string[]>();
	for (const { event } of claims) {
		const key = `${event.type}-${event.orderId}`;
		histories.set(key, [...(histories.get(key) ?? []), event.id]);
	}
	return histories;
};
