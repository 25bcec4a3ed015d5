import type { INodeProperties } from 'n8n-workflow';

export const protectedStock: INodeProperties = {
	displayName: 'Protected Stock',
	name: 'protectedStock',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Product',
	default: {},
	description: 'What stays on the shelf and is not allocated',
	options: [
		{
			displayName: 'Product',
			name: 'product',
			values: [
				{
					displayName: 'Product',
					name: 'id',
					type: 'resourceLocator',
					default: { mode: 'list', value: '' },
					description: 'The product in Odoo',
					modes: [
						{
							displayName: 'From List',
							name: 'list',
							type: 'list',
							typeOptions: { searchListMethod: 'searchProducts', searchable: true },
						},
						{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 42' },
					],
				},
				{
					displayName: 'Quantity',
					name: 'quantity',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 3 },
					default: 0,
					description: "In the product's own unit",
				},
			],
		},
	],
};
