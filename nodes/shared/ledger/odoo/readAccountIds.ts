import type { OdooClient } from '../../odoo/OdooClient';
import { partner } from '../../odoo/records/partner';

/** The debtor behind each contact: one call for each 200 contacts. */
export const readAccountIds = async (
	client: OdooClient,
	contactIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
	const contacts = await client.read(partner, ['id', 'commercial_partner_id'], contactIds);
	return new Map(contacts.map(({ id, commercial_partner_id: account }) => [id, account?.id ?? id]));
};
