import type { INodeProperties } from 'n8n-workflow';

import { RULE_OPTIONS } from './rules';

export const approvalProperty: INodeProperties = {
	displayName: 'Approval Matrix',
	name: 'approvalMatrix',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Level', sortable: true },
	default: {},
	placeholder: 'Add Level',
	description:
		'Who approves what, from the lowest level up; the last level answers for everything else',
	options: [
		{
			displayName: 'Level',
			name: 'row',
			values: [
				{
					displayName: 'Level',
					name: 'level',
					type: 'string',
					default: 'manager',
					placeholder: 'e.g. director',
					description: 'The name of the level in the output',
				},
				{
					displayName: 'Approver Names or IDs',
					name: 'approvers',
					type: 'multiOptions',
					typeOptions: { loadOptionsMethod: 'getUsers' },
					default: [],
					description:
						'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{
					displayName: 'Bounds',
					name: 'bounds',
					type: 'collection',
					default: {},
					placeholder: 'Add Bound',
					description: 'The level answers when all of its bounds hold',
					options: [
						{
							displayName: 'Order Total Up To',
							name: 'upToTotal',
							type: 'number',
							default: 0,
							description: "In the company's currency",
						},
						{
							displayName: 'Over Limit Up To',
							name: 'upToOverLimit',
							type: 'number',
							default: 0,
							description: "By how much the exposure is above the limit, in the company's currency",
						},
						{
							displayName: 'Overrides',
							name: 'segments',
							type: 'string',
							default: '',
							placeholder: 'e.g. Key accounts',
							description: 'Names of overrides, one of which must apply, with commas between them',
						},
						{
							displayName: 'Reasons',
							name: 'reasons',
							type: 'multiOptions',
							options: RULE_OPTIONS,
							default: [],
							description: 'All reasons of the order must be among these',
						},
					],
				},
			],
		},
	],
};
