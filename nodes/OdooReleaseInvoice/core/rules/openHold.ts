import { CREDIT_APPROVAL_NEEDED, CREDIT_HOLD } from '../../../shared/traces/core/tagNames';
import { namesAmong } from '../names';
import { hasLeftTheHouse } from '../progress';
import { finding, reasonOf } from '../reason';
import { choiceOption, option } from './option';
import { gateRule } from './rule';

const tagged = finding({
	code: 'openHold',
	case: 'INVOICE_HOLD',
	sentence: (tag: string) => `The order is tagged '${tag}'`,
	figures: (tag) => ({ tag }),
});

const CREDIT_TAGS = [CREDIT_HOLD, CREDIT_APPROVAL_NEEDED];

/** Goods that left the house are owed for, whatever the customer's credit: not to invoice them makes the loss larger. */
export const openHold = gateRule({
	findings: [tagged],
	options: {
		holdTags: option({
			displayName: 'Hold Tags',
			name: 'holdTags',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
			default: CREDIT_TAGS,
			description: 'An order with one of these tags is held',
		}),
		creditHold: choiceOption({
			displayName: 'Credit Hold',
			name: 'creditHold',
			type: 'options',
			options: [
				{
					name: 'Hold the Order',
					value: 'hold',
					description: 'Shipped goods wait for the credit decision too',
				},
				{
					name: 'Invoice What Was Shipped',
					value: 'invoiceShipped',
					description: 'Only what has not left the house yet is held',
				},
			],
			default: 'invoiceShipped',
			description: 'What the hold tags of the credit check do to goods that left the house',
		}),
	},
	check: (order, { holdTags, creditHold }) => {
		const found = namesAmong(order.tags, holdTags);
		const lifted =
			creditHold === 'invoiceShipped' && hasLeftTheHouse(order)
				? new Set(namesAmong(found, CREDIT_TAGS))
				: new Set<string>();
		return found.filter((tag) => !lifted.has(tag)).map((tag) => reasonOf(tagged, tag));
	},
});
