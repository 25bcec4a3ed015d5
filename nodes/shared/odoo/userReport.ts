import { z } from 'zod';

import { counted, dayText } from '../core/wording';
import { inSentences, isOdooError } from './errors';
import type { OdooClient } from './OdooClient';
import { apiKey, user } from './records/party';
import { answerIn } from './unexpectedAnswer';

/** The rights the whole pipeline needs, by Odoo's group; the same external ids from 14 to 19. */
const GROUPS = [
	{
		group: 'sales_team.group_sale_salesman_all_leads',
		name: 'Sales: All Documents',
		neededBy: 'every node',
	},
	{
		group: 'account.group_account_invoice',
		name: 'Invoicing',
		neededBy: 'Credit Check and Release Invoice',
	},
	{ group: 'stock.group_stock_user', name: 'Inventory: User', neededBy: 'Allocate Stock' },
] as const;

interface UserReport {
	readonly version: number;
	readonly userName: string;
	readonly companies: readonly string[];
	/** As `Invoicing (needed by Credit Check and Release Invoice)`. */
	readonly missingRights: readonly string[];
	/** Whether the user may read and change sales orders at all. */
	readonly mayUseSales: boolean;
	/** When the first of the user's keys ends, `YYYY-MM-DD`; null when none does or Odoo does not say. */
	readonly keyExpires: string | null;
}

/** Who the credential is in Odoo, and what it may do. @throws OdooError when Odoo cannot be reached or refuses the key */
export const readUserReport = async (client: OdooClient): Promise<UserReport> => {
	const { version, uid, companies } = await client.session();
	const has = async (group: string) =>
		await client.call('res.users', 'has_group', hasGroup(version, uid, group));
	const [[self], ...held] = await Promise.all([
		client.read(user, ['name'], [uid]),
		...GROUPS.map(async ({ group }) => await has(group)),
	]);
	await client.pipelineUsers();
	const missing = GROUPS.filter(
		(_group, index) => !answerIn('res.users.has_group', z.boolean(), held[index]),
	);
	return {
		version,
		userName: self?.name ?? '',
		companies: companies.map(({ name }) => name),
		missingRights: missing.map(({ name, neededBy }) => `${name} (needed by ${neededBy})`),
		mayUseSales: held[0] === true,
		keyExpires: await readExpiry(client, version, uid),
	};
};

/** A method on the model up to 17, on the user's record since 18. */
const hasGroup = (version: number, uid: number, group: string) => ({
	...(version >= 18 ? { ids: [uid] } : {}),
	args: { group_ext_id: group },
});

const readExpiry = async (
	client: OdooClient,
	version: number,
	uid: number,
): Promise<string | null> => {
	if (version < 18) return null;
	const keys = await client.search(apiKey, ['expiration_date'], [['user_id', '=', uid]]);
	const ends = keys.flatMap(({ expiration_date: end }) => end?.slice(0, 10) ?? []);
	return ends.sort()[0] ?? null;
};

/** The report in one sentence, for a person. */
export const describeUser = (report: UserReport): string => {
	const { version, userName, companies, missingRights, keyExpires } = report;
	const where =
		companies.length === 1 ? companies[0] : counted(companies.length, 'company', 'companies');
	const rights =
		missingRights.length === 0
			? 'all required access rights are present'
			: `missing access rights: ${missingRights.join(', ')}`;
	const key =
		keyExpires === null ? '' : ` An API key of this user expires on ${dayText(keyExpires)}.`;
	return `Odoo ${version} as ${userName}, ${where}; ${rights}.${key}`;
};

/** A failed test in words: what Odoo said and what to do. */
export const describeFailure = (error: unknown): string =>
	isOdooError(error) ? inSentences(error) : error instanceof Error ? error.message : String(error);
