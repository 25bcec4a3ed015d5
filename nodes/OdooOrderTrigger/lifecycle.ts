import type {
	FunctionsBase,
	IAllExecuteFunctions,
	IDataObject,
	IHookFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { SETUP_CREDENTIAL } from '../shared/n8n/credential';
import { openClient } from '../shared/n8n/openClient';
import { inSentences, isOdooError } from '../shared/odoo/errors';
import { hooksFor } from './odoo/hooks';
import { registerHooks, unregisterHooks } from './odoo/writeHooks';
import { readParameters, type TriggerParameters } from './parameters';
import { callForSample } from './sampleCall';
import { readTokens } from './secret';
import { readWebhook, writeWebhook, type RegisteredWebhook } from './staticData';

type SetupContext = FunctionsBase & Pick<IAllExecuteFunctions, 'helpers'>;

/**
 * Makes Odoo call this trigger, and again whenever somebody changed or deleted the rules.
 * @returns why Odoo will not call, or null when it will: the sweep works in either case
 */
const ensureHooks = async (
	context: SetupContext,
	parameters: TriggerParameters,
	url: string,
): Promise<string | null> => {
	const register = async () => {
		const client = await openClient(context, { credentialName: SETUP_CREDENTIAL });
		const { version } = await client.session();
		const address = { url, tokenOf: await readTokens(context) };
		await registerHooks(client, hooksFor(parameters.query, version), address);
		return null;
	};
	return await register().catch(async (error: unknown) => {
		if (!isOdooError(error)) return await Promise.reject(error);
		// Odoo goes on with its groups and whom to ask.
		const [reason = ''] = error.reason.split('\n');
		const why = inSentences({ reason, advice: error.advice });
		const notice = `No webhook is registered; events arrive by sweep only. ${why}`;
		context.logger.warn(notice, { node: context.getNode().name });
		return notice;
	});
};

/** Looks after the rules of a trigger that is at work. */
export const renewHooks = async (
	context: IPollFunctions,
	parameters: TriggerParameters,
	webhook: RegisteredWebhook,
): Promise<void> =>
	writeWebhook(context.getWorkflowStaticData('node'), {
		...webhook,
		notice: await ensureHooks(context, parameters, webhook.url),
	});

const isTest = (context: IHookFunctions): boolean => context.getMode() === 'manual';
const urlOf = (context: IHookFunctions): string => context.getNodeWebhookUrl('default') ?? '';

/** A test registers nothing in Odoo: it calls its own webhook for a sample, and the production one is left alone. */
export const activate = async (context: IHookFunctions): Promise<boolean> => {
	if (isTest(context)) {
		void callForSample(context, urlOf(context), await readTokens(context));
		return true;
	}
	const staticData: IDataObject = context.getWorkflowStaticData('node');
	const url = urlOf(context);
	writeWebhook(staticData, {
		url,
		notice: await ensureHooks(context, readParameters(context), url),
	});
	return true;
};

export const deactivate = async (context: IHookFunctions): Promise<boolean> => {
	if (isTest(context)) return true;
	const staticData: IDataObject = context.getWorkflowStaticData('node');
	const registered = readWebhook(staticData);
	const unregister = async () => {
		const client = await openClient(context, { credentialName: SETUP_CREDENTIAL });
		await unregisterHooks(client, registered?.url ?? urlOf(context));
	};
	await unregister().catch(async (error: unknown) => {
		// What could never be registered need not be taken away.
		if (!registered?.notice || !isOdooError(error)) return await Promise.reject(error);
		context.logger.warn(registered.notice);
	});
	writeWebhook(staticData, null);
	return true;
};
