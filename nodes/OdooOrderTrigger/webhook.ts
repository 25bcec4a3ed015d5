import { randomUUID } from 'node:crypto';

import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { unknownOf } from './core/known';
import { SETUP_CREDENTIAL } from '../shared/n8n/credential';
import { openClient } from '../shared/n8n/openClient';
import { isOdooError } from '../shared/odoo/errors';
import { deliverFirst } from './odoo/deliver';
import { confirmHint, type Hint } from './odoo/hint';
import { readCall, type RefusedCall } from './hookCall';
import { toItem } from './items';
import { readParameters, toQuery, type TriggerParameters } from './parameters';
import { sampleItems } from './sampleItems';
import { scopeOf, tokenFor } from './secret';
import { readCheckpoint, readSession } from './staticData';
import { unlessBusy } from './unlessBusy';

const NOTHING: IWebhookResponseData = { noWebhookResponse: true };

/** Answers Odoo at once, which keeps its user waiting; everything else comes after. */
export const webhook = async (context: IWebhookFunctions): Promise<IWebhookResponseData> => {
	const parameters = readParameters(context);
	const { apiKey } = await context.getCredentials(SETUP_CREDENTIAL);
	const tokenOf = tokenFor(String(apiKey), scopeOf(context));
	const call = readCall(context, { types: parameters.events, tokenOf, now: new Date() });
	if (call.kind === 'refused') return refuse(context, call);
	context.getResponseObject().status(204).end();
	return await unlessBusy(
		async () => await confirmAndDeliver(context, parameters, call.hint),
		NOTHING,
	).catch(async (error: unknown) => {
		if (!isOdooError(error)) return await Promise.reject(error);
		// A hint may be lost: the sweep finds what it was about.
		context.logger.warn(
			`A webhook of Odoo could not be confirmed, the sweep will: ${error.message}`,
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
	const client = await openClient(context, { session: readSession(staticData) });
	const query = toQuery(parameters, scopeOf(context));
	if (context.getMode() === 'manual')
		return { ...NOTHING, workflowData: [await sampleItems(client, query)] };
	const checkpoint = readCheckpoint(staticData);
	// Before the first sweep nobody knows what is history.
	if (!checkpoint) return NOTHING;
	const { overlapSeconds } = parameters.options;
	const { events, marks } = await confirmHint(client, hint, {
		...query,
		since: checkpoint.since,
		overlapSeconds,
	});
	const claimant = { scope: query.scope, token: randomUUID() };
	const news = unknownOf(events, checkpoint.known);
	const { delivered } = await deliverFirst(client, claimant, news, { marks });
	return delivered.length > 0
		? { ...NOTHING, workflowData: [delivered.map(toItem('webhook'))] }
		: NOTHING;
};
