import type { CreditLimit } from '../core/creditLimit';
import { accountKey, accountsByCompany, type Debtor } from '../core/debtor';
import type { OdooClient } from '../../odoo/OdooClient';
import { partner } from '../../odoo/records/partner';
import { LIMIT_FIELDS, toCreditLimit } from './toCreditLimit';

/** A debtor's account in Odoo, in the company's currency. */
interface DebtorAccount {
	/** Open receivables, credits taken off. */
	readonly receivable: number;
	readonly limit: CreditLimit;
}

/**
 * Archived debtors too; one that cannot be seen is left out. One call for each company and 200 debtors, because Odoo
 * answers these fields for one company at a time.
 * @returns accounts by `accountKey`
 */
export const readDebtorAccounts = async (
	client: OdooClient,
	debtors: readonly Debtor[],
): Promise<ReadonlyMap<string, DebtorAccount>> => {
	const { version } = await client.session();
	const wanted = [...accountsByCompany(debtors)];
	const found = await client.parallel(wanted, async ([companyId, accountIds]) => {
		const rows = await client
			.forCompanies([companyId])
			.read(partner, ['id', 'credit', ...LIMIT_FIELDS], accountIds);
		return rows.map((row): [string, DebtorAccount] => [
			accountKey(row.id, companyId),
			{ receivable: row.credit, limit: toCreditLimit(version, row) },
		]);
	});
	return new Map(found.flat());
};
