import { finding, reasonOf } from '../reason';
import { stateRule } from './rule';

const unconfirmed = finding({
	code: 'notConfirmed',
	case: 'INTAKE_STATE',
	sentence: () => 'The order is not confirmed',
});

export const notConfirmed = stateRule({
	findings: [unconfirmed],
	options: {},
	check: (order) =>
		order.state === 'draft' || order.state === 'sent' ? [reasonOf(unconfirmed, order)] : [],
});
