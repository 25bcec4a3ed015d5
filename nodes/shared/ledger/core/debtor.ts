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
	...new Map(
		debtors.map((debtor) => [accountKey(debtor.accountId, debtor.companyId), debtor]),
	).values(),
];
