import { CREDIT_APPROVAL_NEEDED, CREDIT_HOLD } from '../../../shared/traces/core/tagNames';
import { namesAmong } from '../names';
import { finding, reasonOf } from '../reason';
import { option } from './option';
import { gateRule } from './rule';

const tagged = finding({
	code: 'openHold',
	case: 'INVOICE_HOLD',
	sentence: (tag: string) => `The order is tagged '${tag}'`,
	figures: (tag) => ({ tag }),
});

export const openHold = gateRule({
	findings: [tagged],
	options: {
		holdTags: option({
			displayName: 'Hold Tags',
			name: 'holdTags',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
			default: [CREDIT_HOLD, CREDIT_APPROVAL_NEEDED],
			description: 'An order with one of these tags is held',
		}),
	},
	check: ({ tags }, { holdTags }) => namesAmong(tags, holdTags).map((tag) => reasonOf(tagged, tag)),
});
