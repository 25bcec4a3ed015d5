import { choiceSetting, flagSetting, numberSetting } from '../../shared/n8n/settings/kinds';

export const receiptDays = numberSetting({
	displayName: 'Expected Receipts (Days)',
	name: 'receiptDays',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 36_500 },
	default: 90,
	description:
		'How many days ahead planned receipts count for the date on which missing goods are expected; 0 for none',
});

export const otherWarehouses = flagSetting({
	displayName: 'Other Warehouses',
	name: 'otherWarehouses',
	type: 'boolean',
	default: false,
	description:
		'Whether to move a delivery to another warehouse when its own is short of stock. A delivery that would need several warehouses stays where it is and shows what the others have.',
});

export const substitution = choiceSetting({
	displayName: 'Substitutes',
	name: 'substitution',
	type: 'options',
	options: [
		{ name: 'None', value: 'none', description: 'Nothing else is proposed' },
		{
			name: 'Optional Products',
			value: 'optional_product_ids',
			description: 'The optional products of the product template',
		},
		{
			name: 'Variants',
			value: 'sameTemplate',
			description: 'Other variants of the same product template',
		},
	],
	default: 'none',
	description: 'Which products may take the place of what is short',
});

export const replaces = flagSetting({
	displayName: 'Replace by Substitutes',
	name: 'replaces',
	type: 'boolean',
	default: false,
	description:
		'Whether to change the order where a substitute is free: less of the short product, and the substitute as a line of its own at the same price. Otherwise a substitute is only proposed.',
});
