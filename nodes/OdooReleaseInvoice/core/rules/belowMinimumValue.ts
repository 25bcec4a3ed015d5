import { moneyText } from '../../../shared/core/wording';
import { isComplete } from '../../../shared/ledger/core/orderLedger';
import { asksForMoney } from '../progress';
import { valueToInvoice } from '../quantities';
import { finding, reasonOf } from '../reason';
import { partialOption } from './deliveryIncomplete';
import { option } from './option';
import { gateRule } from './rule';

interface SmallValue {
	readonly value: number;
	readonly minimum: number;
	readonly currency: string;
}

const tooSmall = finding({
	code: 'belowMinimumValue',
	case: 'SHIP_NOT_DELIVERED',
	sentence: ({ value, minimum, currency }: SmallValue) =>
		`${moneyText(value, currency)} to invoice is less than the minimum of ${moneyText(minimum, currency)}`,
	figures: ({ value, minimum }) => ({ value, minimum }),
});

/** A complete order is invoiced whatever its value. */
export const belowMinimumValue = gateRule({
	findings: [tooSmall],
	options: {
		partial: partialOption,
		minimumValue: option({
			displayName: 'Minimum Value',
			name: 'minimumValue',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1_000_000_000_000 },
			default: 100,
			displayOptions: { show: { partial: ['minimumValue'] } },
			description:
				"Smallest value to invoice while the order is not complete, without tax, in the order's currency",
		}),
	},
	check: (order, { partial }) => {
		if (partial.kind !== 'minimumValue' || isComplete(order.ledger) || !asksForMoney(order))
			return [];
		const value = valueToInvoice(order);
		const { currency } = order;
		return value >= partial.value
			? []
			: [reasonOf(tooSmall, { value, minimum: partial.value, currency })];
	},
});
