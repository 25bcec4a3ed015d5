import { optionsSetting, rowsSetting } from '../../shared/n8n/settings/groups';
import {
	choicesSetting,
	numberSetting,
	recordsSetting,
	textSetting,
	wordsSetting,
} from '../../shared/n8n/settings/kinds';
import { whenAdded } from '../../shared/n8n/settings/setting';
import { RULE_OPTIONS } from './rules';
import { AMOUNT } from '../../shared/n8n/settings/bounds';

const boundsSetting = optionsSetting(
	{
		displayName: 'Bounds',
		name: 'bounds',
		type: 'collection',
		default: {},
		placeholder: 'Add Bound',
		description: 'The level applies when all of its bounds hold',
	},
	[
		whenAdded(
			numberSetting({
				displayName: 'Order Total Up To',
				name: 'upToTotal',
				type: 'number',
				typeOptions: AMOUNT,
				default: 0,
				description: "In the company's currency; any total unless added",
			}),
		),
		whenAdded(
			numberSetting({
				displayName: 'Over Limit Up To',
				name: 'upToOverLimit',
				type: 'number',
				typeOptions: AMOUNT,
				default: 0,
				description:
					"By how much the exposure may exceed the limit, in the company's currency; any amount unless added",
			}),
		),
		wordsSetting({
			displayName: 'Overrides',
			name: 'segments',
			type: 'string',
			default: '',
			placeholder: 'e.g. Key accounts',
			description: 'Names of overrides, separated by commas, at least one of which must apply',
		}),
		choicesSetting({
			displayName: 'Reasons',
			name: 'reasons',
			type: 'multiOptions',
			options: RULE_OPTIONS,
			default: [],
			description: 'All reasons of the order must be among these',
		}),
	],
);

export const approvalSetting = rowsSetting(
	{
		displayName: 'Approval Matrix',
		name: 'approvalMatrix',
		type: 'fixedCollection',
		typeOptions: { multipleValueButtonText: 'Add Level', sortable: true },
		default: {},
		placeholder: 'Add Level',
		description:
			'Who approves what, from the lowest level up; the last level approves everything else',
	},
	{ name: 'row', displayName: 'Level' },
	[
		textSetting({
			displayName: 'Level',
			name: 'level',
			type: 'string',
			required: true,
			default: 'manager',
			placeholder: 'e.g. director',
			description: 'Name of the level in the output and in notes',
		}),
		recordsSetting({
			displayName: 'Approver Names or IDs',
			name: 'approvers',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getUsers' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		}),
		boundsSetting,
	],
);
