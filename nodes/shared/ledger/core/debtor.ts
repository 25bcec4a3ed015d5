import { groupValues, indexBy } from '../../core/collections';

/** Who owes, and the company whose books hold the debt. */
export interface Debtor {
	/** The commercial partner of the invoice address: all contacts of a company owe as one. */
	readonly accountId: number;
	readonly companyId: number;
}

/** The same for the same debtor. */
export const accountKey = (accountId: number, companyId: number): string =>
	`${accountId}-${companyId}`;

/** Each debtor once, in the order they first come. */
export const distinctDebtors = (debtors: readonly Debtor[]): readonly Debtor[] => [
	...indexBy(debtors, ({ accountId, companyId }) => accountKey(accountId, companyId)).values(),
];

/** Ids of accounts by the company they owe to. */
export const accountsByCompany = (
	debtors: readonly Debtor[],
): ReadonlyMap<number, readonly number[]> =>
	groupValues(
		debtors,
		({ companyId }) => companyId,
		({ accountId }) => accountId,
	);
