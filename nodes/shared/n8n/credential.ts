import { createHmac, randomBytes } from 'node:crypto';

import type { FunctionsBase } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { OdooConnection } from '../odoo/OdooTransport';
import { LARGEST_ID } from './settings/bounds';

export const ODOO_CREDENTIAL = 'odooOrderToCashApi';
/** Of an administrator, for what needs one. */
export const SETUP_CREDENTIAL = 'odooOrderToCashSetupApi';

/** As the credential's form calls its fields. */
const LABELS: { readonly [field: string]: string | undefined } = {
	url: 'URL',
	database: 'Database',
	apiVersion: 'API Version',
	userName: 'User Name',
	callsPerSecond: 'Calls per Second',
	companyId: 'Company ID',
	pipelineUsers: 'Pipeline Users',
};

/** One call in 100 seconds. */
const SLOWEST = 0.01;

const credential = z.object({
	url: z.string().trim().url(),
	database: z.string().trim().min(1),
	apiVersion: z.enum(['auto', 'json2', 'jsonRpc']).default('auto'),
	userName: z.string().trim().optional(),
	callsPerSecond: z.coerce
		.number()
		.max(1_000)
		.refine((calls) => calls === 0 || calls >= SLOWEST)
		.default(0),
	companyId: z.coerce.number().int().nonnegative().max(LARGEST_ID).default(0),
	pipelineUsers: z
		.string()
		.default('')
		.transform((names) =>
			names
				.split(',')
				.map((name) => name.trim())
				.filter((name) => name !== ''),
		),
});

interface OdooAccess {
	/** Without a trailing slash or path. */
	readonly baseUrl: string;
	readonly connection: OdooConnection;
	/** 0 for no limit. */
	readonly callsPerSecond: number;
	/** One company only; undefined for all companies of the user. */
	readonly companyId?: number;
	/** Logins or ids of users, beside the credential's own, whose records are the pipeline's. */
	readonly pipelineUsers: readonly string[];
}

/** Everything of the credential but its key. @throws Error that names the field to correct */
export const parseAccess = (data: unknown): OdooAccess => {
	const parsed = credential.safeParse(data);
	if (!parsed.success) {
		const field = LABELS[parsed.error.issues[0]?.path.join('.') ?? ''];
		throw new Error(
			field
				? `The Odoo credential cannot be used: '${field}' is missing or not valid`
				: 'The Odoo credential is empty',
		);
	}
	const { url, companyId, callsPerSecond, pipelineUsers, ...connection } = parsed.data;
	return {
		baseUrl: url.replace(/\/+$/, ''),
		connection,
		callsPerSecond,
		pipelineUsers,
		...(companyId > 0 ? { companyId } : {}),
	};
};

/** Of this process: nobody can look for a key by the digests of many. */
const SECRET = randomBytes(32);

/** The same for the same content, and of no use elsewhere. */
const digestOf = (data: unknown): string =>
	createHmac('sha256', SECRET).update(JSON.stringify(data)).digest('hex');

/** The node's credential, with a digest of all it says, which another process does not share. @throws NodeOperationError that names the field to correct */
export const readAccess = async (
	context: Pick<FunctionsBase, 'getCredentials' | 'getNode'>,
	credentialName: string = ODOO_CREDENTIAL,
): Promise<OdooAccess & { readonly digest: string }> => {
	const data = await context.getCredentials(credentialName);
	try {
		return { ...parseAccess(data), digest: digestOf([credentialName, data]) };
	} catch (error) {
		throw new NodeOperationError(
			context.getNode(),
			error instanceof Error ? error : String(error),
			{
				description: 'Open the credential, correct the field and test it.',
			},
		);
	}
};
