import type { IAllExecuteFunctions, FunctionsBase } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { httpTransport } from '../odoo/httpTransport';
import { OdooClient, type ClientOptions } from '../odoo/OdooClient';
import type { OdooConnection } from '../odoo/OdooTransport';
import { FIRST_WITH_JSON2 } from '../odoo/protocol/json2';
import type { Host } from '../odoo/retry';
import type { Session } from '../odoo/session';
import { ODOO_CREDENTIAL, readAccess } from './credential';
import { n8nExchange } from './n8nExchange';

type ClientContext = Pick<FunctionsBase, 'getCredentials' | 'getNode'> &
	Pick<IAllExecuteFunctions, 'helpers'>;

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

/** One client for one execution: one version question, one login, one session. */
export const openClient = async (
	context: ClientContext,
	options: Omit<ClientOptions, 'host' | 'companyId'> & { readonly credentialName?: string } = {},
): Promise<OdooClient> => {
	const { credentialName = ODOO_CREDENTIAL, ...clientOptions } = options;
	const access = await readAccess(context, credentialName);
	const connection = withKnownVersion(access.connection, clientOptions.session);
	const transport = httpTransport(
		n8nExchange(context, access.baseUrl, { credentialName, cancelled: cancelSignalOf(context) }),
		connection,
	);
	return new OdooClient(transport, {
		...clientOptions,
		host: hostOf(context),
		companyId: access.companyId,
		callsPerSecond: access.callsPerSecond,
	});
};

/** A known session makes the question for the version needless. */
const withKnownVersion = (
	connection: OdooConnection,
	session: Session | undefined,
): OdooConnection =>
	session && connection.apiVersion === 'auto'
		? { ...connection, apiVersion: session.version >= FIRST_WITH_JSON2 ? 'json2' : 'jsonRpc' }
		: connection;
