import { choiceSetting, numberSetting } from '../../shared/n8n/settings/kinds';

export const customerCap = numberSetting({
	displayName: 'Customer Share (%)',
	name: 'customerCap',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: 100,
	description: "Largest share of a product's stock that goes to one customer",
});

export const minimumFill = numberSetting({
	displayName: 'Minimum Fill (%)',
	name: 'minimumFill',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: 0,
	description: 'Smallest share of the value of an order that is worth a shipment',
});

export const minimumValue = numberSetting({
	displayName: 'Minimum Value',
	name: 'minimumValue',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1_000_000_000_000 },
	default: 0,
	description: "Smallest value that is worth a shipment, in the company's currency",
});

export const splitLimit = numberSetting({
	displayName: 'Max Warehouses per Order',
	name: 'splitLimit',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 1_000, numberPrecision: 0 },
	default: 1,
	description: 'Maximum number of warehouses one order may ship from',
});

export const shipComplete = choiceSetting({
	displayName: 'Ship Complete',
	name: 'shipComplete',
	type: 'options',
	options: [
		{
			name: 'Always',
			value: 'always',
			description: 'All orders are allocated whole or not at all',
		},
		{ name: 'As Ordered', value: 'asOrdered', description: "The order's shipping policy decides" },
		{ name: 'Never', value: 'never', description: 'All orders may be allocated in part' },
	],
	default: 'asOrdered',
	description: 'Whether orders are allocated whole or not at all',
});

export const step = choiceSetting({
	displayName: 'Quantity Steps',
	name: 'step',
	type: 'options',
	options: [
		{
			name: 'Smallest Quantity',
			value: 'smallestQuantity',
			description: 'As fine as Odoo keeps quantities',
		},
		{
			name: 'Whole Units',
			value: 'wholeUnits',
			description: 'Whole units of the order line, such as dozens, where it asks for whole units',
		},
	],
	default: 'wholeUnits',
	description: 'Smallest quantity step in which stock is shared out',
});
