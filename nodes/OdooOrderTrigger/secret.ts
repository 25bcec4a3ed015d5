import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { FunctionsBase } from 'n8n-workflow';

import { SETUP_CREDENTIAL } from '../shared/n8n/credential';
import type { EventType } from './core/eventTypes';

type Identified = Pick<FunctionsBase, 'getNode' | 'getWorkflow'>;

/** The trigger itself, the same in every process and after every restart: its workflow and node. */
export const scopeOf = (context: Identified): string =>
	createHash('sha256')
		.update(`${context.getWorkflow().id ?? ''} ${context.getNode().id}`)
		.digest('hex')
		.slice(0, 12);

/**
 * What proves that Odoo calls: derived from the administrator's key, so that nothing has to be stored, and different
 * for each trigger and event, so that one webhook's address opens no other.
 */
export const tokenFor =
	(setupKey: string, scope: string) =>
	(type: EventType): string =>
		createHmac('sha256', setupKey).update(`webhook ${scope} ${type}`).digest('hex').slice(0, 40);

/** The trigger's own, by the administrator's key of the Setup credential. */
export const readTokens = async (
	context: Identified & Pick<FunctionsBase, 'getCredentials'>,
): Promise<(type: EventType) => string> => {
	const { apiKey } = await context.getCredentials(SETUP_CREDENTIAL);
	return tokenFor(String(apiKey), scopeOf(context));
};

/** Takes the same time whatever is given. */
export const isSameSecret = (given: string, expected: string): boolean => {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
};
