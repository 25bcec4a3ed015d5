import { OdooError } from './errors';
import type { OdooClient } from './OdooClient';
import { user } from './records/party';

/** A user whose records are the pipeline's own. */
export interface PipelineUser {
	readonly id: number;
	/** Null for the client's own user, of whom nothing has to be read. */
	readonly partnerId: number | null;
}

/**
 * The client's own user and those that the credential names, archived ones too: what they made before still counts. One
 * call, none when nobody is named.
 * @param named logins or ids
 * @throws OdooError when there is no such internal user
 */
export const readPipelineUsers = async (
	client: OdooClient,
	named: readonly string[],
): Promise<readonly PipelineUser[]> => {
	const { uid } = await client.session();
	const own: PipelineUser = { id: uid, partnerId: null };
	if (named.length === 0) return [own];
	const ids = named.filter(isId).map(Number);
	const logins = named.filter((one) => !isId(one));
	const found = await client.search(
		user,
		['id', 'login', 'share', 'partner_id'],
		['|', ['id', 'in', ids], ['login', 'in', logins]],
		{ context: { active_test: false } },
	);
	const internal = found.filter(({ share }) => !share);
	const missing = named.find(
		(one) => !internal.some(({ id, login }) => (isId(one) ? id === Number(one) : login === one)),
	);
	if (missing !== undefined) throw notAUser(missing);
	const others = internal.filter(({ id }) => id !== uid);
	return [
		own,
		...others.map(({ id, partner_id: partner }) => ({ id, partnerId: partner?.id ?? null })),
	];
};

const isId = (text: string): boolean => /^\d+$/.test(text);

const notAUser = (name: string): OdooError =>
	new OdooError({
		kind: 'misconfigured',
		call: 'res.users.search_read',
		reason: `Odoo has no internal user '${name}', whom the credential names among its pipeline users`,
		advice:
			"Correct 'Pipeline Users' in the credential: logins or ids of users, separated by commas.",
	});
