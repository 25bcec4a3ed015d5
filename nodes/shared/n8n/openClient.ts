import type { IAllExecuteFunctions, FunctionsBase } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { httpTransport } from '../odoo/httpTransport';
import { OdooClient, type ClientOptions } from '../odoo/OdooClient';
import type { Host } from '../odoo/retry';
import type { Session } from '../odoo/session';
import { memoryOf, SharedSessions } from '../odoo/sessionMemory';
import { ODOO_CREDENTIAL, readAccess } from './credential';
import { n8nExchange } from './n8nExchange';

type ClientContext = Pick<FunctionsBase, 'getCredentials' | 'getNode'> &
	Pick<IAllExecuteFunctions, 'helpers'> &
	Partial<Pick<IAllExecuteFunctions, 'getExecutionId'>>;

/** `sleep` takes a signal since n8n 2.36; older ones ignore it. */
const sleepUntilCancelled = sleep as (ms: number, signal?: AbortSignal) => Promise<void>;

const hostOf = (context: object): Host => ({
	sleep: async (ms) => await sleepUntilCancelled(ms, cancelSignalOf(context)),
	random: Math.random,
	now: () => new Date(),
});

const cancelSignalOf = (context: object): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context && typeof context.getExecutionCancelSignal === 'function'
		? (context.getExecutionCancelSignal() as AbortSignal | undefined)
		: undefined;

const sessions = new SharedSessions(() => Date.now());

/** Where no Time Limit is set, a person waits in front of the screen, or the next sweep does what is left. */
const LONGEST_MS = 60_000;

interface OpenOptions
	extends Omit<ClientOptions, 'host' | 'companyId' | 'pipelineUsers' | 'memory'> {
	readonly credentialName?: string;
	/** A session that was read before, instead of reading it. */
	readonly session?: Session;
}

/** A client for one node's run; the nodes of an execution share its session. */
export const openClient = async (
	context: ClientContext,
	{ credentialName = ODOO_CREDENTIAL, session, ...options }: OpenOptions = {},
): Promise<OdooClient> => {
	const access = await readAccess(context, credentialName);
	const memory = session
		? memoryOf(session)
		: sessions.of(access.digest, context.getExecutionId?.());
	const transport = httpTransport(
		n8nExchange(context, access.baseUrl, { credentialName, cancelled: cancelSignalOf(context) }),
		access.connection,
		memory,
	);
	return new OdooClient(transport, {
		budgetMs: LONGEST_MS,
		...options,
		memory,
		host: hostOf(context),
		companyId: access.companyId,
		pipelineUsers: access.pipelineUsers,
		callsPerSecond: access.callsPerSecond,
	});
};
