import { routeApproval, type ApprovalCase, type ApprovalRow } from './approval';
import type { Named } from './facts';

/** Why a release does not count. */
export type Refusal = 'salesperson' | 'requester' | 'notAnApprover';

/** A name given from outside Odoo has no id. */
const isSame = (one: Named, other: Named | null): boolean =>
	other !== null &&
	(one.id > 0
		? one.id === other.id
		: one.name.trim().toLowerCase() === other.name.trim().toLowerCase());

/**
 * Nobody releases an order of their own. When the approval matrix names people for it, only those, or those of a
 * higher level, release it.
 * @returns null when the release counts, or when there is none
 */
export const refusalOfRelease = (
	matrix: readonly ApprovalRow[],
	approvalCase: ApprovalCase,
): Refusal | null => {
	const { release, salesperson, requester } = approvalCase.order;
	if (release === null) return null;
	if (isSame(release.by, salesperson)) return 'salesperson';
	if (isSame(release.by, requester)) return 'requester';
	const { level } = routeApproval(matrix, approvalCase);
	const first = matrix.findIndex((row) => row.level === level);
	const allowed = matrix.slice(Math.max(0, first)).flatMap(({ approvers }) => approvers);
	return allowed.length === 0 || allowed.some((one) => isSame(release.by, one))
		? null
		: 'notAnApprover';
};
