import { z } from 'zod';

import type { OdooDomain } from '../../shared/odoo/domain';
import type { ClaimKind } from '../../shared/traces/odoo/claims';
import { factsLike } from '../../shared/traces/odoo/facts';
import { EVENT_TYPES, isEventType } from '../core/eventTypes';
import type { OrderEvent } from '../core/orderEvent';

const ON_ORDER = { kind: 'event', model: 'sale.order' } as const;

const content = z
	.object({
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
	})
	.transform(({ event, ...claim }) => ({ ...claim, work: event }));

const prefixOf = (scope: string, attempt?: number): string =>
	`event_${scope}_${attempt === undefined ? '' : `${attempt}_`}`;

/** @param attempt only the claims of that attempt */
export const claimsOf = (scope: string, attempt?: number): OdooDomain =>
	factsLike({ ...ON_ORDER, keyPrefix: prefixOf(scope, attempt) });

/** Claims on events lie on their order. @param scope the trigger: its workflow and node, whichever process runs it */
export const eventClaims = (scope: string): ClaimKind<OrderEvent> => ({
	domain: claimsOf(scope),
	content,
	toFact: ({ attempt, work: event }, token) => ({
		...ON_ORDER,
		key: prefixOf(scope, attempt) + event.id,
		recordId: event.orderId,
		content: { token, attempt, event },
		label: EVENT_TYPES[event.type].label,
	}),
});
