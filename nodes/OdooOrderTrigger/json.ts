import type { INodeExecutionData } from 'n8n-workflow';

import { toIso } from '../shared/core/time';
import type { Delivered } from './odoo/readEventOrders';

/** How the event came to n8n. */
type Channel = 'webhook' | 'sweep' | 'manual';

/**
 * `{ event, order }`: what happened, and the order as it is now. `event.attempt` above 1 says that the same event was
 * delivered before.
 * @param notice what the reader of the run should know, as that no webhook is registered
 */
export const toItem =
	(channel: Channel, notice: string | null = null) =>
	({ event, order, attempt }: Delivered): INodeExecutionData => ({
		json: {
			event: {
				id: event.id,
				type: event.type,
				occurredAt: toIso(event.occurredAt),
				channel,
				attempt,
				document: { ...event.document },
				...(event.detail ? { detail: { ...event.detail } } : {}),
				...(notice === null ? {} : { notice }),
			},
			order,
		},
	});
