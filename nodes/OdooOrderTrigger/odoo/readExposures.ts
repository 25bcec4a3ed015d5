import { groupValues } from '../../shared/core/collections';
import { exact, sum, type Exact } from '../../shared/core/exact';
import { accountKey, accountsByCompany, type Debtor } from '../../shared/ledger/core/debtor';
import { receivableTypeIn } from '../../shared/odoo/fieldNames';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMoveLine } from '../../shared/odoo/records/accountMove';
import { readUninvoiced, type CompanyAccounts, type Part } from './readUninvoiced';

/**
 * Receivables and uninvoiced orders of each debtor by `accountKey`, in the company's currency: four calls for each
 * company. Who has none is left out.
 */
export const readExposures = async (
	client: OdooClient,
	debtors: readonly Debtor[],
): Promise<ReadonlyMap<string, Exact>> => {
	const wanted = [...accountsByCompany(debtors)];
	const found = await client.parallel(wanted, async ([companyId, accountIds]) => {
		const company = { client: client.forCompanies([companyId]), companyId, accountIds };
		const parts = await Promise.all([readReceivables(company), readUninvoiced(company)]);
		return parts.flat().map(({ accountId, amount }) => ({
			key: accountKey(accountId, companyId),
			amount,
		}));
	});
	const amounts = groupValues(
		found.flat(),
		({ key }) => key,
		({ amount }) => amount,
	);
	return new Map([...amounts].map(([key, all]) => [key, sum(all)]));
};

const readReceivables = async ({
	client,
	companyId,
	accountIds,
}: CompanyAccounts): Promise<Part[]> => {
	const { version } = await client.session();
	const items = await client.searchIn(
		accountMoveLine,
		['partner_id', 'amount_residual'],
		'partner_id',
		accountIds,
		[
			['account_type', '=', receivableTypeIn(version)],
			['parent_state', '=', 'posted'],
			['reconciled', '=', false],
			['company_id', '=', companyId],
		],
	);
	return items.flatMap(({ partner_id: debtor, amount_residual: residual }) =>
		debtor ? [{ accountId: debtor.id, amount: exact(residual) }] : [],
	);
};
