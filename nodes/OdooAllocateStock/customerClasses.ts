import type { INodeProperties } from 'n8n-workflow';

export const customerClasses: INodeProperties = {
	displayName: 'Customer Classes',
	name: 'classes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Class',
	default: {},
	description:
		'Customers that are treated in their own way, the most important class first; the first one that fits counts',
	options: [
		{
			displayName: 'Class',
			name: 'class',
			values: [
				{
					displayName: 'Already Reserved',
					name: 'strategy',
					type: 'options',
					options: [
						{ name: 'As for All', value: 'asForAll' },
						{ name: 'Fill', value: 'fill' },
						{ name: 'Give Up', value: 'giveUp' },
						{ name: 'Improve', value: 'improve' },
						{ name: 'Keep', value: 'keep' },
						{ name: 'Redistribute', value: 'redistribute' },
						{ name: 'Win', value: 'win' },
					],
					default: 'asForAll',
					description: 'What may happen to goods that are reserved for these customers already',
				},
				{
					displayName: 'Customer Tag Names or IDs',
					name: 'tags',
					type: 'multiOptions',
					typeOptions: { loadOptionsMethod: 'getCustomerTags' },
					default: [],
					description:
						'Any of these tags on the customer or its company. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'Weight',
					name: 'weight',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 1,
					description: 'How much the value of their orders counts under Greatest Value',
				},
			],
		},
	],
};
