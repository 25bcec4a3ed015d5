import { randomUUID } from 'node:crypto';

import type { EventType } from '../../../nodes/OdooOrderTrigger/core/eventTypes';
import type { Checkpoint } from '../../../nodes/OdooOrderTrigger/core/checkpoint';
import type { Delivered } from '../../../nodes/OdooOrderTrigger/odoo/readEventOrders';
import { sweepAndDeliver, type DeliverySettings } from '../../../nodes/OdooOrderTrigger/run';
import { axiosClient, axiosTransport } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import { realHost } from '../../support/hosts';
import { queryFor } from '../query';

export const settingsFor = (
	types: readonly EventType[],
	more: Partial<DeliverySettings> = {},
): DeliverySettings => ({
	...queryFor(types, {
		scope: randomUUID().slice(0, 12).replace('-', ''),
		watchedFields: ['client_order_ref'],
	}),
	overlapSeconds: 150,
	existingDays: 0,
	mostEvents: 1000,
	hasTime: () => true,
	redeliverAfterSeconds: null,
	...more,
});

/** The user's client, and the names of the calls it made. */
export const countedClient = (batchSize?: number) => {
	const calls: string[] = [];
	const transport = axiosTransport(liveOdoo().user);
	const counting = {
		userId: transport.userId,
		version: async () => {
			calls.push('version');
			return await transport.version();
		},
		call: async (...call: Parameters<typeof transport.call>) => {
			calls.push(`${call[0]}.${call[1]}`);
			return await transport.call(...call);
		},
	};
	return { client: new OdooClient(counting, { host: realHost, batchSize }), calls };
};

/** A trigger that sweeps as n8n lets it: each time as a new client, with the checkpoint of the last time as text. */
export const makeSweeper = (settings: DeliverySettings, start: Checkpoint | null = null) => {
	let checkpoint = start;
	const sweepOnce = async (
		client = axiosClient(liveOdoo().user),
	): Promise<readonly Delivered[]> => {
		const swept = await sweepAndDeliver(client, settings, {
			claimant: { scope: settings.scope, token: randomUUID() },
			last: checkpoint,
		});
		checkpoint = JSON.parse(JSON.stringify(swept.checkpoint)) as Checkpoint;
		return swept.delivered;
	};
	return Object.assign(sweepOnce, {
		settings,
		checkpoint: () => checkpoint,
		/** As after a restart without the last checkpoints. */
		forgetTo: (earlier: Checkpoint | null) => void (checkpoint = earlier),
	});
};
