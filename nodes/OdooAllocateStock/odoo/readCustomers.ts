import { indexBy } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { partner } from '../../shared/odoo/records/partner';
import type { OpenOrder } from './facts';

export type Customer = Pick<OpenOrder, 'accountId' | 'customerTagIds'>;

/** What only some settings ask for. */
export interface CustomerNeeds {
	/** Whether branches of one customer count as one. */
	readonly accounts: boolean;
	readonly customerTags: boolean;
}

const FIELDS = ['id', 'commercial_partner_id', 'category_id'] as const;

/** The company behind each customer, and the tags of both: no call, one, or two, by what is needed. */
export const readCustomers = async (
	client: OdooClient,
	customerIds: readonly number[],
	needs: CustomerNeeds,
): Promise<(customerId: number) => Customer> => {
	if (!needs.accounts && !needs.customerTags)
		return (accountId) => ({ accountId, customerTagIds: [] });
	const contacts = await client.read(partner, FIELDS, customerIds);
	const companies = needs.customerTags
		? await client.read(
				partner,
				FIELDS,
				contacts.flatMap(({ commercial_partner_id: company }) => company?.id ?? []),
			)
		: [];
	const known = indexBy([...contacts, ...companies], ({ id }) => id);
	return (customerId) => {
		const contact = known.get(customerId);
		const accountId = contact?.commercial_partner_id?.id ?? customerId;
		return {
			accountId,
			customerTagIds: [
				...(contact?.category_id ?? []),
				...(known.get(accountId)?.category_id ?? []),
			],
		};
	};
};
