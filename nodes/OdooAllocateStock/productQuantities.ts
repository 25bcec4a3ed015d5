import type { INodeProperties } from 'n8n-workflow';

type Face = Pick<INodeProperties, 'displayName' | 'name' | 'description'>;

/** A list of products, each with a quantity in its own unit. */
const productQuantities = (face: Face): INodeProperties => ({
	...face,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Product',
	default: {},
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
});

export const protectedStock = productQuantities({
	displayName: 'Protected Stock',
	name: 'protectedStock',
	description: 'What stays on the shelf and is not allocated',
});

export const orderMultiples = productQuantities({
	displayName: 'Order Multiples',
	name: 'orderMultiples',
	description:
		'Products that go out in multiples, such as a box of 6; the rest of an order may complete it',
});
