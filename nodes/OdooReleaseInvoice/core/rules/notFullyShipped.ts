import type { OrderLineFacts } from '../facts';
import { comingOf } from '../progress';
import { goodsLines, quantityText } from '../quantities';
import { finding, reasonOf } from '../reason';
import { isQuantityWithin } from '../tolerance';
import { gateRule } from './rule';

const partlyShipped = finding({
	code: 'notFullyShipped',
	case: 'SHIP_NOT_DELIVERED',
	sentence: ({ label, delivered, ordered }: OrderLineFacts) =>
		`${label}: ${quantityText(delivered)} of ${quantityText(ordered)} shipped`,
	figures: ({ id, ordered, delivered }) => ({ line: id, ordered, delivered }),
});

export const notFullyShipped = gateRule({
	findings: [partlyShipped],
	options: {},
	check: (order, { quantityTolerance }) =>
		goodsLines(order)
			.filter((line) => !isQuantityWithin(quantityTolerance, comingOf(order, line), line))
			.map((line) => reasonOf(partlyShipped, line)),
});
