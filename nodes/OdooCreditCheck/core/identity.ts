import { roundTo } from '../../shared/core/exact';
import type { CreditDecision } from './decide';

/**
 * What makes two decisions the same. The exposure is not in it: it moves with every other order of the customer. Nor is
 * a release that does not count: it leaves the decision what it was.
 */
export const identityOf = (
	{ decision, order, reasons, limit, approval, releasedBy }: CreditDecision,
	policyHash: string,
): string =>
	JSON.stringify([
		order.id,
		decision,
		reasons
			.filter(({ code }) => code !== 'release_not_allowed')
			.map(({ code, reaction }) => `${code}:${reaction}`),
		order.total,
		order.currency,
		limit.kind === 'amount' ? roundTo(limit.amount, 4) : limit.kind,
		approval?.level ?? null,
		releasedBy?.id ?? null,
		policyHash,
	]);
