import { counted } from '../../../shared/core/wording';
import { hasShipped, isComplete } from '../../../shared/ledger/core/orderLedger';
import { finding, reasonOf } from '../reason';
import { ageInDays } from '../reconciliation';
import { option } from './option';
import { orderRule } from './rule';

interface Awaited {
	readonly days: number;
	/** ISO 8601. */
	readonly since: string;
}

const overdue = finding({
	code: 'notDelivered',
	case: 'SHIP_NOT_DELIVERED',
	sentence: ({ days }: Awaited) => `Nothing has been delivered in ${counted(days, 'day')}`,
	figures: ({ days, since }) => ({ days, since }),
});

/** Confirmed, with goods still to come, and none of them ever left. */
export const notDelivered = orderRule({
	findings: [overdue],
	options: {
		deliverWithinDays: option({
			displayName: 'Deliver Within (Days)',
			name: 'deliverWithinDays',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 36_500 },
			default: 30,
			description:
				'Orders of which nothing has been delivered this number of days after they were confirmed, or after the delivery date they were promised for, are reported',
		}),
	},
	check: ({ state, ledger, awaitedSince }, { deliverWithinDays, now }) => {
		if (state !== 'sale' || isComplete(ledger) || hasShipped(ledger)) return [];
		const days = ageInDays(awaitedSince, now);
		return days <= deliverWithinDays ? [] : [reasonOf(overdue, { days, since: awaitedSince })];
	},
});
