import type { OdooDomain } from './domain';
import { OdooError } from './errors';
import type { Reference } from './records/fields';

/** A user whose records are the pipeline's own. */
export interface PipelineUser {
	readonly id: number;
	/** Null for the client's own user, of whom nothing has to be read. */
	readonly partnerId: number | null;
}

interface FoundUser {
	readonly id: number;
	readonly login: string;
	readonly share: boolean;
	readonly partner_id: Reference | null;
}

interface Wanted {
	/** The client's own user. */
	readonly uid: number;
	/** Logins or ids. */
	readonly named: readonly string[];
	/** Archived ones too: what they made before still counts. */
	readonly find: (domain: OdooDomain) => Promise<readonly FoundUser[]>;
}

/**
 * The client's own user and those that the credential names. One search, none when nobody is named.
 * @throws OdooError when there is no such internal user
 */
export const readPipelineUsers = async ({
	uid,
	named,
	find,
}: Wanted): Promise<readonly PipelineUser[]> => {
	const own: PipelineUser = { id: uid, partnerId: null };
	if (named.length === 0) return [own];
	const ids = named.filter(isId).map(Number);
	const logins = named.filter((one) => !isId(one));
	const found = await find(['|', ['id', 'in', ids], ['login', 'in', logins]]);
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
