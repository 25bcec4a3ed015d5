import { z } from 'zod';

import { claimKey, type Claim, type Delivery } from '../../core/events/claim';
import { EVENT_TYPES, isEventType } from '../../core/events/eventTypes';
import type { OdooTime } from '../../core/events/odooTime';
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

/**
 * Claims what is to be delivered, and looks up what is due: two calls for 200 events, one when there are none. The
 * record keeps the token of whoever was first. What Odoo refuses to record, an order that may be read only, is
 * delivered without a claim: rather twice than never.
 * @throws OdooError when Odoo could not be reached or was too busy: the next sweep tries again
 */
export const claim = async (
	client: OdooClient,
	claimant: Claimant,
	deliveries: readonly Delivery[],
	dueQuery: DueQuery | null,
): Promise<Claimed> => {
	const keyed = deliveries.map((delivery) => ({
		key: claimKey(claimant.scope, delivery),
		delivery,
	}));
	const rows = keyed.map(({ key, delivery }) => ({
		key,
		columns: toColumns(key, claimant.token, delivery),
	}));
	const { ids, failed } = await ensureOnce(client, 'mail.message', rows);
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
		due: claims.filter((found) => !made.has(found.id)),
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
	if (domains.length === 0) return [];
	const found = await client.search(claimRecord, ['id', 'subject'], anyOf(domains), {
		order: 'id',
	});
	return found.flatMap(({ id: claimId, subject }): Claim[] => {
		const parsed = content.safeParse(JSON.parse(subject ?? 'null'));
		return parsed.success ? [{ id: claimId, ...parsed.data }] : [];
	});
};
