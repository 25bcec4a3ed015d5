import { isComplete } from '../../../shared/ledger/core/orderLedger';
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
		isComplete(order.ledger) ? [reasonOf(nothing, order)] : [reasonOf(nothingShipped, order)],
});
