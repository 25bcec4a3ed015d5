import { namesAmong } from '../names';
import { finding, reasonOf } from '../reason';
import { option } from './option';
import { gateRule } from './rule';

const tagged = finding({
	code: 'openDispute',
	case: 'DISPUTE_OTHER',
	sentence: (tag: string) => `The order is disputed: it is tagged '${tag}'`,
	figures: (tag) => ({ tag }),
});

export const openDispute = gateRule({
	findings: [tagged],
	options: {
		disputeTags: option({
			displayName: 'Dispute Tags',
			name: 'disputeTags',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
			default: ['Dispute'],
			description: 'An order with one of these tags is disputed and held',
		}),
	},
	check: ({ tags }, { disputeTags }) =>
		namesAmong(tags, disputeTags).map((tag) => reasonOf(tagged, tag)),
});
