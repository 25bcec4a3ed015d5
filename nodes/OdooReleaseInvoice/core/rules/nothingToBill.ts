import { isZero } from '../../../shared/core/exact';
import { goodsLines, missingQuantity } from '../quantities';
import { finding, reasonOf } from '../reason';
import { nothingShipped } from './notShipped';
import { stateRule } from './rule';

const nothing = finding({
	code: 'nothingToBill',
	case: 'INVOICE_NOTHING',
	sentence: () => 'The order has nothing to invoice',
});

export const nothingToBill = stateRule({
	findings: [nothing, nothingShipped],
	options: {},
	check: (order) =>
		goodsLines(order).some((line) => !isZero(missingQuantity(line)))
			? [reasonOf(nothingShipped, order)]
			: [reasonOf(nothing, order)],
});
