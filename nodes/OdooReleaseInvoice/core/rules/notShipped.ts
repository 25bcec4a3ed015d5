import { hasShipped } from '../../../shared/ledger/core/orderLedger';
import { goodsLines } from '../quantities';
import { finding, reasonOf } from '../reason';
import { gateRule } from './rule';

export const nothingShipped = finding({
	code: 'notShipped',
	case: 'SHIP_NOT_DELIVERED',
	sentence: () => 'Nothing has been shipped yet',
});

export const notShipped = gateRule({
	findings: [nothingShipped],
	options: {},
	check: (order) =>
		goodsLines(order).length === 0 || hasShipped(order.ledger)
			? []
			: [reasonOf(nothingShipped, order)],
});
