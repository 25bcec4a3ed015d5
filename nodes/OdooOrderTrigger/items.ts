import type { INodeExecutionData } from 'n8n-workflow';

import type { Delivered } from './odoo/deliver';
import { toIso } from '../shared/core/time';

export type Channel = 'webhook' | 'sweep' | 'manual';

/** The envelope and the order as it is now. `attempt` above 1 says that the same event was delivered before. */
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
