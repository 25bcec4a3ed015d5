import { hasCondition } from '../conditions';
import { BY_DATE } from '../criteria';
import type { OrderDraft } from '../draft';
import { serveOrder } from '../serve';
import { shareOut } from '../sharing';
import { withStepsBack } from '../stepsBack';
import type { AllocationPolicy, Divide } from './policy';

const hasOtherPlaces = ({ lines }: OrderDraft): boolean =>
	lines.some(({ line }) => line.pools.length > 1);

/**
 * Equal fill rates, as far as whole steps allow, for all orders that share a product (max-min fairness): nobody could
 * get more without somebody who has less getting still less. An order whose share breaks one of its rules steps back
 * for the others, and is served from what they leave.
 */
const divide: Divide = (drafts, shelf, limits) => {
	const sharing = new Set(withStepsBack({ drafts, shelf, limits, divide: shareOut }));
	for (const draft of drafts)
		if (!sharing.has(draft) || hasOtherPlaces(draft) || hasCondition(draft, limits))
			serveOrder(draft, shelf, limits);
};

export const fairShare = {
	code: 'fairShare',
	label: 'Fair Share',
	description: 'Equal fill rates for all orders that ask for a product',
	sortedBy: BY_DATE,
	divide,
} as const satisfies AllocationPolicy;
