import type { INodeProperties } from 'n8n-workflow';

import { customerClasses } from './customerClasses';
import { orderMultiples, protectedStock } from './productQuantities';

/** Alphabetical, as n8n shows them. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		customerClasses,
		{
			displayName: 'Customer Share',
			name: 'customerCap',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 100,
			description:
				'The largest share of the stock of one product that goes to one customer, in percent',
		},
		{
			displayName: 'Expected Receipts',
			name: 'receiptDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 90,
			description:
				'Receipts planned within so many days count for the date on which missing goods are expected; 0 for none',
		},
		{
			displayName: 'Minimum Fill',
			name: 'minimumFill',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 0,
			description:
				'The smallest share of the value of an order that is worth a shipment, in percent',
		},
		{
			displayName: 'Minimum Value',
			name: 'minimumValue',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: "The smallest value that is worth a shipment, in the company's currency",
		},
		orderMultiples,
		{
			displayName: 'Other Warehouses',
			name: 'otherWarehouses',
			type: 'boolean',
			default: false,
			description:
				'Whether a delivery that its warehouse cannot serve is moved to another warehouse that can; with more shipping places, what else is there is shown',
		},
		protectedStock,
		{
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
					description: 'Whole units of the order line, as dozens, where it asks for whole units',
				},
			],
			default: 'wholeUnits',
			description: 'In which steps the goods are divided',
		},
		{
			displayName: 'Replace by Substitutes',
			name: 'replaces',
			type: 'boolean',
			default: false,
			description:
				'Whether the order is changed where a substitute is free: less of the short product, and the substitute as a line of its own at the same price. Without it a substitute is only proposed.',
		},
		{
			displayName: 'Rush Tag Names or IDs',
			name: 'rushTags',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getOrderTags' },
			default: [],
			description:
				'Orders with any of these tags are served before all others. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Ship Complete',
			name: 'shipComplete',
			type: 'options',
			options: [
				{
					name: 'Always',
					value: 'always',
					description: 'All orders are allocated whole or not at all',
				},
				{
					name: 'As Ordered',
					value: 'asOrdered',
					description: "The order's shipping policy decides",
				},
				{ name: 'Never', value: 'never', description: 'All orders may be allocated in part' },
			],
			default: 'asOrdered',
			description: 'Whether orders are allocated whole or not at all',
		},
		{
			displayName: 'Shipping Places',
			name: 'splitLimit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'From how many warehouses one order may be served',
		},
		{
			displayName: 'Substitutes',
			name: 'substitution',
			type: 'options',
			options: [
				{ name: 'None', value: 'none' },
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
			description: 'Which products may stand in for what is short',
		},
		{
			displayName: 'Update Transfers',
			name: 'updatesTransfers',
			type: 'boolean',
			default: false,
			description:
				'Whether transfers of rush orders become urgent, and transfers that wait are planned for the day their goods are expected',
		},
	],
};
