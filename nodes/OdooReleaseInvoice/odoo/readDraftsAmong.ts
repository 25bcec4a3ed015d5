import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMove } from '../../shared/odoo/records/accountMove';

/** The invoices of these that are drafts still. */
export const readDraftsAmong = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<number[]> => {
	const found = await client.read(accountMove, ['id', 'state'], ids);
	return found.flatMap(({ id, state }) => (state === 'draft' ? [id] : []));
};
