import { z } from 'zod';

import { LARGEST_ID } from '../../shared/n8n/settings/bounds';
import { rowsSetting } from '../../shared/n8n/settings/groups';
import { numberSetting } from '../../shared/n8n/settings/kinds';
import { readBy, type Described } from '../../shared/n8n/settings/setting';

const NO_PRODUCT = 'choose a product';

const productId = z.object(
	{
		value: z.coerce
			.number({ invalid_type_error: NO_PRODUCT })
			.int(NO_PRODUCT)
			.positive(NO_PRODUCT)
			.max(LARGEST_ID, NO_PRODUCT),
	},
	{ invalid_type_error: NO_PRODUCT },
);

const product = readBy(
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
	productId.transform(({ value }) => value),
);

const quantity = numberSetting({
	displayName: 'Quantity',
	name: 'quantity',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1_000_000_000, numberPrecision: 3 },
	default: 0,
	description: "In the product's own unit",
});

type Face<Name extends string> = Pick<
	Described<Name, 'fixedCollection'>,
	'description' | 'displayName' | 'name'
>;

/** A list of products, each with a quantity in its own unit. */
const productQuantities = <Name extends string>(face: Face<Name>) =>
	rowsSetting(
		{ ...face, type: 'fixedCollection', placeholder: 'Add Product', default: {} },
		{ displayName: 'Product', name: 'product' },
		[product, quantity],
	);

export const protectedStock = productQuantities({
	displayName: 'Protected Stock',
	name: 'protectedStock',
	description: 'Quantities that stay on the shelf and are not allocated',
});

export const orderMultiples = productQuantities({
	displayName: 'Order Multiples',
	name: 'orderMultiples',
	description:
		'Products that ship in multiples, such as boxes of 6. An order that can be served in full gets its last part of a box too.',
});
