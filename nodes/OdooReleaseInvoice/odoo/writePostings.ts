import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readDraftsAmong } from './readDraftsAmong';
import { settle, type Failures } from './settle';

/** Posts drafts, 200 in a call; one that somebody else posted meanwhile counts as done. @returns why a draft is not posted */
export const writePostings = async (
	client: OdooClient,
	draftIds: readonly number[],
): Promise<Failures> =>
	await settle(client, draftIds, {
		act: async (ids) => await client.call('account.move', 'action_post', { ids }),
		pending: async (ids) => await readDraftsAmong(client, ids),
	});
