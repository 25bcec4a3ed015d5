import { finding, reasonOf } from '../reason';
import { stateRule } from './rule';

const cancelled = finding({
	code: 'orderCancelled',
	case: 'INTAKE_STATE',
	sentence: () => 'The order is cancelled',
});

export const orderCancelled = stateRule({
	findings: [cancelled],
	options: {},
	check: (order) => (order.state === 'cancel' ? [reasonOf(cancelled, order)] : []),
});
