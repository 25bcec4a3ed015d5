import { compare, exact, roundTo, ZERO } from '../../shared/core/exact';
import { amountOf } from '../../shared/ledger/core/creditLimit';
import { accountKey, distinctDebtors, type Debtor } from '../../shared/ledger/core/debtor';
import { readDebtorAccounts } from '../../shared/ledger/odoo/readDebtorAccounts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readExposures } from './readExposures';

interface Exceeded {
	/** In the company's currency. */
	readonly exposure: number;
	readonly limit: number;
}

/**
 * Those who owe and have ordered more than their limit, by `accountKey`: at most five calls for each company. A limit
 * of zero is no amount to exceed, and makes no event.
 */
export const readExceeded = async (
	client: OdooClient,
	debtors: readonly Debtor[],
): Promise<ReadonlyMap<string, Exceeded>> => {
	const accounts = await readDebtorAccounts(client, debtors);
	const limited = distinctDebtors(debtors).flatMap(({ accountId, companyId }) => {
		const account = accounts.get(accountKey(accountId, companyId));
		const limit = account ? (amountOf(account.limit) ?? 0) : 0;
		return limit > 0 ? [{ accountId, companyId, limit }] : [];
	});
	const exposures = await readExposures(client, limited);
	return new Map(
		limited.flatMap(({ accountId, companyId, limit }) => {
			const key = accountKey(accountId, companyId);
			const exposure = exposures.get(key) ?? ZERO;
			return compare(exposure, exact(limit)) > 0
				? [[key, { exposure: roundTo(exposure, 2), limit }] as const]
				: [];
		}),
	);
};
