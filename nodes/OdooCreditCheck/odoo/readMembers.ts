import type { CreditGroup } from '../core/account';
import type { Named } from '../core/facts';
import type { CreditSettings } from '../core/settings';
import { groupBy, indexBy } from '../../shared/core/collections';
import { accountKey } from '../../shared/ledger/core/debtor';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OrderWithDebtor } from './findDebtor';
import { readGroupAccounts } from './readGroupAccounts';
import type { PartnerRow } from './readPartners';

/** An account in one company, with the group it belongs to. */
export interface Member {
	readonly account: PartnerRow;
	readonly company: Named;
	readonly group: CreditGroup | null;
}

const companyOf = ({ row }: OrderWithDebtor): Named => ({
	id: row.company_id?.id ?? 0,
	name: row.company_id?.display_name ?? '',
});

const keyOf = ({ account, company }: Member): string => accountKey(account.id, company.id);

/** The accounts of the orders and, for a group limit, all accounts that share it: one call more for each company. */
export const readMembers = async (
	client: OdooClient,
	debtors: readonly OrderWithDebtor[],
	settings: CreditSettings,
): Promise<ReadonlyMap<string, Member>> => {
	const own = debtors.map(
		(debtor): Member => ({ account: debtor.account, company: companyOf(debtor), group: null }),
	);
	const { group } = settings;
	if (group.kind === 'none') return indexBy(own, keyOf);
	const found = await client.parallel(
		[...groupBy(debtors, (debtor) => companyOf(debtor).id).values()],
		async (inCompany) => {
			const [first] = inCompany;
			if (!first) return [];
			const company = companyOf(first);
			const accounts = await readGroupAccounts(client.forCompanies([company.id]), inCompany, {
				group,
				company,
				settings,
			});
			return accounts.map((one): Member => ({ ...one, company }));
		},
	);
	return indexBy([...own, ...found.flat()], keyOf);
};
