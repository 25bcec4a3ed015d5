import type { Transfer } from '../facts';
import { finding, reasonOf } from '../reason';
import { option } from './option';
import { gateRule } from './rule';

const onItsWay = finding({
	code: 'openReturn',
	case: 'SHIP_RETURN',
	sentence: ({ name }: Transfer) => `The return ${name} has not been received yet`,
	figures: ({ id }) => ({ transfer: id }),
});

export const openReturn = gateRule({
	findings: [onItsWay],
	options: {
		ignoreOpenReturns: option({
			displayName: 'Ignore Open Returns',
			name: 'ignoreOpenReturns',
			type: 'boolean',
			default: false,
			description: 'Whether to invoice an order although a return is on its way',
		}),
	},
	check: ({ transfers }, { holdsOpenReturns }) =>
		holdsOpenReturns
			? transfers
					.filter(({ direction, state }) => direction === 'return' && state === 'open')
					.map((transfer) => reasonOf(onItsWay, transfer))
			: [],
});
