import { randomUUID } from 'node:crypto';

import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { readAccess } from '../shared/n8n/credential';
import { openClient } from '../shared/n8n/openClient';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { firstAttempts, MOST_ATTEMPTS } from '../shared/traces/core/claims';
import type { Checkpoint, SweepSettings } from './core/checkpoint';
import { dueAfter } from './core/due';
import type { OrderEvent } from './core/orderEvent';
import { toItem } from './json';
import { renewHooks } from './lifecycle';
import type { Delivered } from './odoo/readEventOrders';
import { readSample } from './odoo/readSample';
import { readSweep } from './odoo/readSweep';
import { readUnanswered } from './odoo/readUnanswered';
import { claimEvents, type EventClaimant } from './odoo/writeClaims';
import { readParameters, type TriggerParameters } from './parameters';
import { redeliverAfter } from './redelivery';
import {
	abandon,
	readCheckpoint,
	readWebhook,
	takeAbandoned,
	writeCheckpoint,
	writeSession,
} from './staticData';

/** Part of the poll's time that reading may take; the rest is for the claims and the orders. */
const READING_SHARE = 0.5;
/** The next poll may begin after a minute, whatever n8n would allow. */
const LONGEST_MS = 60_000;

/** Where n8n gives none, before 2.40: after that nothing new is begun, whatever Odoo asks to wait for. */
const LONGEST_POLL_MS = 240_000;

/** A poll: what happened in Odoo since the last one, each event once. */
export const run = async (context: IPollFunctions): Promise<INodeExecutionData[][] | null> => {
	const parameters = readParameters(context);
	const { digest } = await readAccess(context);
	const client = await openClient(context, {
		budgetMs: context.getPollBudgetMs?.() ?? LONGEST_POLL_MS,
	});
	if (context.getMode() === 'manual')
		return asOutput((await readSample(client, parameters.query)).map(toItem('manual')));

	const staticData = context.getWorkflowStaticData('node');
	const claimant = {
		scope: parameters.query.scope,
		token: randomUUID(),
		abandoned: takeAbandoned(staticData),
	};
	const { delivered, givenUp, checkpoint } = await sweepAndDeliver(
		client,
		settingsOf(context, parameters),
		{ claimant, last: readCheckpoint(staticData) },
	).catch(async (error: unknown) => {
		// What this sweep has claimed is the next one's to deliver.
		abandon(staticData, [claimant.token, ...claimant.abandoned]);
		return await Promise.reject(error);
	});
	writeCheckpoint(staticData, checkpoint);
	writeSession(staticData, digest, await client.session());
	for (const { id } of givenUp)
		context.logger.warn(
			`Event ${id} was delivered ${MOST_ATTEMPTS} times without a note from the next node; it will not be delivered again`,
		);

	const webhook = parameters.receive === 'webhookAndSweep' ? readWebhook(staticData) : null;
	// When there is nothing else to do: n8n itself does not look again after a restart.
	if (webhook && delivered.length === 0) await renewHooks(context, parameters, webhook);
	return asOutput(delivered.map(toItem('sweep', webhook?.notice)));
};

const asOutput = (items: INodeExecutionData[]): INodeExecutionData[][] | null =>
	items.length > 0 ? [items] : null;

export interface DeliverySettings extends SweepSettings {
	/** Time for the next node to leave its note on the order; null to deliver once only. */
	readonly redeliverAfterSeconds: number | null;
}

const settingsOf = (context: IPollFunctions, parameters: TriggerParameters): DeliverySettings => {
	const budget = Math.min(context.getPollBudgetMs?.() ?? LONGEST_MS, LONGEST_MS);
	const deadline = Date.now() + budget * READING_SHARE;
	const { query, overlapSeconds, mostEvents, existingDays } = parameters;
	return {
		...query,
		overlapSeconds,
		mostEvents,
		existingDays,
		hasTime: () => Date.now() < deadline,
		redeliverAfterSeconds: redeliverAfter(context, parameters),
	};
};

interface SweptDeliveries {
	readonly delivered: readonly Delivered[];
	readonly givenUp: readonly OrderEvent[];
	readonly checkpoint: Checkpoint;
}

/** One sweep with everything that goes out because of it: what is new, and what never arrived. */
export const sweepAndDeliver = async (
	client: OdooClient,
	settings: DeliverySettings,
	{ claimant, last }: { readonly claimant: EventClaimant; readonly last: Checkpoint | null },
): Promise<SweptDeliveries> => {
	const { redeliverAfterSeconds: patience } = settings;
	const { events, marks, checkpoint } = await readSweep(client, settings, last);
	const { delivered, due } = await claimEvents(client, claimant, {
		attempts: firstAttempts(events),
		marks,
		due: last && patience !== null ? dueAfter(checkpoint, settings.overlapSeconds, patience) : null,
	});
	const { again, givenUp } = await readUnanswered(client, due);
	const redelivered = await claimEvents(client, claimant, { attempts: again });
	return {
		delivered: [...redelivered.delivered, ...delivered],
		givenUp,
		checkpoint: {
			...checkpoint,
			answeredUpTo: Math.max(checkpoint.answeredUpTo, ...due.map(({ id }) => id)),
		},
	};
};
