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
 * @throws OdooError when there is no such internal user, or a number is the id of one and the login of another
 */
export const readPipelineUsers = async ({
	uid,
	named,
	find,
}: Wanted): Promise<readonly PipelineUser[]> => {
	const own: PipelineUser = { id: uid, partnerId: null };
	if (named.length === 0) return [own];
	const ids = named.filter(isId).map(Number);
	const found = await find(['|', ['id', 'in', ids], ['login', 'in', [...named]]]);
	const internal = found.filter(({ share }) => !share);
	const meant = named.map((one) => whoIs(one, internal));
	const others = new Map(
		meant.filter(({ id }) => id !== uid).map(({ id, partner_id: partner }) => [id, partner]),
	);
	return [own, ...[...others].map(([id, partner]) => ({ id, partnerId: partner?.id ?? null }))];
};

const whoIs = (name: string, users: readonly FoundUser[]): FoundUser => {
	const [one, other] = users.filter(
		({ id, login }) => login === name || (isId(name) && id === Number(name)),
	);
	if (!one) throw misnamed(`Odoo has no internal user '${name}'`);
	if (other) throw misnamed(`'${name}' is one user's ID and another one's login`);
	return one;
};

/** Odoo's ids end there; a longer number can only be a login. */
const LAST_ID = 2_147_483_647;
const isId = (text: string): boolean => /^\d+$/.test(text) && Number(text) <= LAST_ID;

const misnamed = (what: string): OdooError =>
	new OdooError({
		kind: 'misconfigured',
		call: 'res.users.search_read',
		reason: `${what}, whom the credential names among its pipeline users`,
		advice:
			"Correct 'Pipeline Users' in the credential: logins or ids of users, separated by commas.",
	});
