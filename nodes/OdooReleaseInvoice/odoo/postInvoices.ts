import { chunksOf } from '../../shared/odoo/batches';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMove } from '../../shared/odoo/records/accountMove';
import { settle } from './settle';

/** Posts drafts, 200 in a call; one that somebody else posted meanwhile counts as done. @returns why a draft is not posted */
export const postInvoices = async (
	client: OdooClient,
	draftIds: readonly number[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const failures: (readonly [number, OdooError])[] = [];
	for (const chunk of chunksOf(draftIds, client.batchSize))
		failures.push(
			...(await settle(client, chunk, {
				act: async (ids) => await client.call('account.move', 'action_post', { ids }),
				pending: async (ids) => await draftsAmong(client, ids),
			})),
		);
	return new Map(failures);
};

export const draftsAmong = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<number[]> => {
	const found = await client.read(accountMove, ['id', 'state'], ids);
	return found.flatMap(({ id, state }) => (state === 'draft' ? [id] : []));
};
