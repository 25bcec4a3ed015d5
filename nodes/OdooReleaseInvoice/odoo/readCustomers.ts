import type { InvoicedCustomer, CreditFacts } from '../core/facts';
import { accountKey } from '../../shared/ledger/core/debtor';
import { readDebtorAccounts } from '../../shared/ledger/odoo/readDebtorAccounts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { partner } from '../../shared/odoo/records/partner';
import { partnerTag } from '../../shared/odoo/records/party';
import { readNames } from './readNames';
import type { OrderBook } from './readOrderBooks';
import type { InvoicingNeeds } from '../core/needs';

const ADDRESS_FIELDS = [
	'id',
	'name',
	'commercial_partner_id',
	'category_id',
	'street',
	'city',
	'country_id',
	'email',
	'vat',
	'is_company',
	'company_id',
] as const;

/** The invoice address of each order: one call, and one each for debtors, tags and credit when a policy looks at them. */
export const readCustomers = async (
	client: OdooClient,
	headers: readonly OrderBook[],
	needs: InvoicingNeeds,
): Promise<(header: OrderBook) => InvoicedCustomer> => {
	const addresses = await client.read(
		partner,
		ADDRESS_FIELDS,
		headers.flatMap((header) => addressOf(header)?.id ?? []),
	);
	const addressById = new Map(addresses.map((address) => [address.id, address]));
	const accountIds = addresses.map(({ id, commercial_partner_id: account }) => account?.id ?? id);
	const [accounts, credit] = await Promise.all([
		needs.vat || needs.customerTags
			? client.read(partner, ['id', 'is_company', 'category_id'], accountIds)
			: [],
		needs.credit
			? readCredit(
					client,
					headers,
					(header) => addressById.get(addressOf(header)?.id ?? 0)?.commercial_partner_id?.id,
				)
			: NO_CREDIT,
	]);
	const accountById = new Map(accounts.map((account) => [account.id, account]));
	const tagIds = [...addresses, ...accounts].flatMap(({ category_id: tags }) => tags);
	const tagNames = await readNames(client, partnerTag, needs.customerTags ? tagIds : []);
	return (header) => {
		const name = addressOf(header) ?? { id: 0, name: '' };
		const address = addressById.get(name.id);
		const account = address?.commercial_partner_id ?? name;
		const debtor = accountById.get(account.id);
		return {
			...name,
			account,
			tags: tagNames([...(address?.category_id ?? []), ...(debtor?.category_id ?? [])]),
			street: address?.street ?? null,
			city: address?.city ?? null,
			countryId: address?.country_id?.id ?? null,
			email: address?.email ?? null,
			vat: address?.vat ?? null,
			isCompany: debtor?.is_company ?? address?.is_company ?? false,
			company: address?.company_id ?? null,
			credit: credit(header),
		};
	};
};

const addressOf = (header: OrderBook) => header.partner_invoice_id ?? header.partner_id;

const NO_CREDIT = (): null => null;

/** One call for each company. */
const readCredit = async (
	client: OdooClient,
	headers: readonly OrderBook[],
	accountOf: (header: OrderBook) => number | undefined,
): Promise<(header: OrderBook) => CreditFacts | null> => {
	const accounts = await readDebtorAccounts(
		client,
		headers.flatMap((header) => {
			const accountId = accountOf(header);
			return accountId === undefined ? [] : [{ accountId, companyId: header.company_id.id }];
		}),
	);
	return (header) => {
		const found = accounts.get(accountKey(accountOf(header) ?? 0, header.company_id.id));
		return found ? { ...found, rate: header.currency_rate || 1 } : null;
	};
};
