import { randomUUID } from 'node:crypto';

import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readAccess } from '../shared/n8n/credential';
import { openClient } from '../shared/n8n/openClient';
import { isOdooError } from '../shared/odoo/errors';
import { firstAttempts } from '../shared/traces/core/claims';
import { unknownOf } from './core/known';
import { readCall, type RefusedCall } from './hookCall';
import { toItem } from './json';
import { readConfirmed, type Hint } from './odoo/readConfirmed';
import { readSample } from './odoo/readSample';
import { claimEvents } from './odoo/writeClaims';
import { readParameters, type TriggerParameters } from './parameters';
import { readTokens } from './secret';
import { readCheckpoint, readSession } from './staticData';
import { unlessBusy } from './unlessBusy';

const NOTHING: IWebhookResponseData = { noWebhookResponse: true };

/** Answers Odoo at once, which keeps its user waiting; everything else comes after. */
export const webhook = async (context: IWebhookFunctions): Promise<IWebhookResponseData> => {
	const parameters = readParameters(context);
	const call = readCall(context, {
		types: parameters.query.types,
		tokenOf: await readTokens(context),
		now: new Date(),
	});
	if (call.kind === 'refused') return refuse(context, call);
	context.getResponseObject().status(204).end();
	return await unlessBusy(
		async () => await confirmAndDeliver(context, parameters, call.hint),
		NOTHING,
	).catch(async (error: unknown) => {
		if (!isOdooError(error)) return await Promise.reject(error);
		// A hint may be lost: the sweep finds what it was about.
		context.logger.warn(
			`A webhook call from Odoo could not be confirmed; the next sweep will find the event. ${error.message}`,
		);
		return NOTHING;
	});
};

const refuse = (
	context: IWebhookFunctions,
	{ status, reason }: RefusedCall,
): IWebhookResponseData => {
	context.getResponseObject().status(status).end();
	context.logger.warn(`A webhook call was refused: ${reason}`, { node: context.getNode().name });
	return NOTHING;
};

const confirmAndDeliver = async (
	context: IWebhookFunctions,
	parameters: TriggerParameters,
	hint: Hint,
): Promise<IWebhookResponseData> => {
	const staticData = context.getWorkflowStaticData('node');
	const { digest } = await readAccess(context);
	const client = await openClient(context, { session: readSession(staticData, digest) });
	const { query, overlapSeconds } = parameters;
	if (context.getMode() === 'manual')
		return asResponse((await readSample(client, query)).map(toItem('manual')));
	const checkpoint = readCheckpoint(staticData);
	// Before the first sweep nobody knows what is history.
	if (!checkpoint) return NOTHING;
	const { since, known } = checkpoint;
	const { events, marks } = await readConfirmed(client, hint, { ...query, since, overlapSeconds });
	const claimant = { scope: query.scope, token: randomUUID() };
	const { delivered } = await claimEvents(client, claimant, {
		attempts: firstAttempts(unknownOf(events, known)),
		marks,
	});
	return delivered.length > 0 ? asResponse(delivered.map(toItem('webhook'))) : NOTHING;
};

/** Odoo has its answer by now; the items alone start the workflow. */
const asResponse = (items: INodeExecutionData[]): IWebhookResponseData => ({
	...NOTHING,
	workflowData: [items],
});
