import { routeApproval, type ApprovalCase, type ApprovalRow } from './approval';
import type { Named } from './facts';
import type { OrderFacts, Release } from './order';

/** Why a release does not count. */
export type Refusal = 'notAnApprover' | 'outdated' | 'pipeline' | 'requester' | 'salesperson';

export interface JudgedRelease {
	readonly release: Release;
	/** Null when it counts. */
	readonly refusal: Refusal | null;
}

const isSame = (one: Named, other: Named | null): boolean => one.id === other?.id;

/**
 * Nobody releases an order of their own, nor the pipeline's user any, unless the settings allow it. When the approval
 * matrix names people for the order, only those, or those of a higher level, release it.
 * @returns the first release that counts, else one that does not; null without any
 */
export const judgeReleases = (
	matrix: readonly ApprovalRow[],
	approvalCase: ApprovalCase,
): JudgedRelease | null => {
	const judged = approvalCase.order.releases.map((release) => ({
		release,
		refusal: refusalOf(release, matrix, approvalCase),
	}));
	return judged.find(({ refusal }) => refusal === null) ?? judged[0] ?? null;
};

const refusalOf = (
	release: Release,
	matrix: readonly ApprovalRow[],
	approvalCase: ApprovalCase,
): Refusal | null => {
	if (release.isOutdated) return 'outdated';
	const ownOrder = approvalCase.mayReleaseOwn ? null : refusalOfOwn(release, approvalCase.order);
	if (ownOrder !== null) return ownOrder;
	const { level } = routeApproval(matrix, approvalCase);
	const first = matrix.findIndex((row) => row.level === level);
	const allowed = matrix.slice(Math.max(0, first)).flatMap(({ approvers }) => approvers);
	return allowed.length === 0 || allowed.some((one) => isSame(release.by, one))
		? null
		: 'notAnApprover';
};

const refusalOfOwn = (
	{ by, isByPipeline }: Release,
	{ salesperson, requester }: OrderFacts,
): Refusal | null => {
	if (isSame(by, salesperson)) return 'salesperson';
	if (isSame(by, requester)) return 'requester';
	return isByPipeline ? 'pipeline' : null;
};
