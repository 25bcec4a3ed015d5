import { groupBy } from '../../shared/core/collections';
import { accountKey, type Debtor } from '../../shared/ledger/core/debtor';
import type { Account } from './account';

/** One debt, for which only one run at a time may approve: branches of a company share what is owed. */
export const scopeOf = ({ group, debtorKey }: Pick<Account, 'debtorKey' | 'group'>): string =>
	group?.key ?? debtorKey;

/** An approval that is recorded. */
export interface RecordedApproval extends Debtor {
	readonly messageId: number;
}

/** Message id of the last approval by account and legal person (`accountKey`). */
export const lastApprovals = (
	approvals: readonly RecordedApproval[],
	legalPersonOf: (companyId: number) => number,
): ReadonlyMap<string, number> => {
	const last = new Map<string, number>();
	for (const { accountId, companyId, messageId } of approvals) {
		const key = accountKey(accountId, legalPersonOf(companyId));
		last.set(key, Math.max(messageId, last.get(key) ?? 0));
	}
	return last;
};

interface Claim<T> {
	readonly approval: T;
	/** Says which approval of the limit it follows: of two runs that saw the same one, only one can have it. */
	readonly key: string;
}

/**
 * Batches of about the size that never part the approvals of one limit: they come into being together or not at all.
 * @param lastOf identifies the last approval of a limit
 */
export const claimsOf = <T>(
	approvals: readonly T[],
	scope: (approval: T) => string,
	{ lastOf, size }: { readonly lastOf: (scope: string) => number; readonly size: number },
): Claim<T>[][] => {
	const batches: Claim<T>[][] = [];
	for (const [name, members] of groupBy(approvals, scope)) {
		const claims = members.map((approval, index) => ({
			approval,
			key: `credit_claim-${name}-${lastOf(name)}-${index + 1}`,
		}));
		const current = batches[batches.length - 1];
		if (current && current.length + claims.length <= size) current.push(...claims);
		else batches.push(claims);
	}
	return batches;
};
