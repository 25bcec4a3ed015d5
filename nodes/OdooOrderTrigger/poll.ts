import { randomUUID } from 'node:crypto';

import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { openClient } from '../shared/n8n/openClient';
import { sweepAndDeliver } from './odoo/sweepAndDeliver';
import { toItem } from './items';
import { ensureHooks } from './lifecycle';
import { readParameters, toQuery } from './parameters';
import { redeliverAfter } from './redelivery';
import { sampleItems } from './sampleItems';
import { scopeOf } from './secret';
import {
	abandon,
	readCheckpoint,
	readWebhook,
	takeAbandoned,
	writeCheckpoint,
	writeSession,
	writeWebhook,
} from './staticData';

/** Part of the poll's time that reading may take; the rest is for the claims and the orders. */
const READING_SHARE = 0.5;
/** The next poll may begin after a minute, whatever n8n would allow. */
const LONGEST_MS = 60_000;

export const poll = async (context: IPollFunctions): Promise<INodeExecutionData[][] | null> => {
	const parameters = readParameters(context);
	const { options, processExisting, existingDays, receive } = parameters;
	const query = toQuery(parameters, scopeOf(context));
	const client = await openClient(context);
	if (context.getMode() === 'manual') return asOutput(await sampleItems(client, query));

	const budget = Math.min(context.getPollBudgetMs?.() ?? LONGEST_MS, LONGEST_MS);
	const deadline = Date.now() + budget * READING_SHARE;
	const staticData = context.getWorkflowStaticData('node');
	const claimant = {
		scope: query.scope,
		token: randomUUID(),
		abandoned: takeAbandoned(staticData),
	};
	const settings = {
		...query,
		...options,
		existingDays: processExisting ? existingDays : 0,
		hasTime: () => Date.now() < deadline,
		redeliverAfterSeconds: redeliverAfter(context, parameters),
	};
	const { delivered, givenUp, checkpoint } = await sweepAndDeliver(
		client,
		claimant,
		settings,
		readCheckpoint(staticData),
	).catch(async (error: unknown) => {
		abandon(staticData, [claimant.token, ...claimant.abandoned]);
		return await Promise.reject(error);
	});
	writeCheckpoint(staticData, checkpoint);
	writeSession(staticData, await client.session());
	for (const event of givenUp)
		context.logger.warn(`Event ${event.id} was delivered several times and never answered`);

	const webhook = receive === 'webhookAndSweep' ? readWebhook(staticData) : null;
	// Looked after when there is nothing else to do: n8n itself does not look again after a restart.
	if (webhook && delivered.length === 0)
		writeWebhook(staticData, {
			...webhook,
			notice: await ensureHooks(context, parameters, webhook.url),
		});
	return asOutput(delivered.map(toItem('sweep', webhook?.notice)));
};

const asOutput = (items: INodeExecutionData[]): INodeExecutionData[][] | null =>
	items.length > 0 ? [items] : null;
