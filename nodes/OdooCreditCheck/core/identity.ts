import { roundTo } from '../../shared/core/exact';
import type { CreditDecision } from './decide';
import type { ReasonCode } from './rules';

const PASSING: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'approval_ended',
	'release_not_allowed',
	'release_outdated',
]);

/**
 * What makes two decisions the same. The exposure is not in it: it moves with every other order of the customer. Nor are
 * a release that does not count and an approval that ended: they leave the decision what it is.
 */
export const identityOf = (
	{ decision, order, reasons, limit, approval, releasedBy }: CreditDecision,
	policyHash: string,
): string =>
	JSON.stringify([
		order.id,
		decision,
		reasons
			.filter(({ code }) => !PASSING.has(code))
			.map(({ code, reaction }) => `${code}:${reaction}`),
		order.total,
		order.currency,
		limit.kind === 'amount' ? roundTo(limit.amount, 4) : limit.kind,
		approval?.level ?? null,
		releasedBy?.id ?? null,
		policyHash,
	]);
