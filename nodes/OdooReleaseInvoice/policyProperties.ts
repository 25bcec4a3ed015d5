import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const MILESTONES: INodePropertyOptions[] = [
	{
		name: 'Fully Shipped',
		value: 'fullyShipped',
		description: 'Nothing of the order is left to ship',
	},
	{ name: 'On Order', value: 'onOrder', description: 'As soon as Odoo has something to bill' },
	{
		name: 'Proof of Delivery',
		value: 'proofOfDelivery',
		description: 'Every shipment is proven to have arrived',
	},
	{ name: 'Shipped', value: 'shipped', description: 'What was shipped is billed' },
];

const PARTIALS: INodePropertyOptions[] = [
	{ name: 'Bill Each Delivery', value: 'eachDelivery' },
	{
		name: 'Bill From a Minimum Value',
		value: 'minimumValue',
		description: 'Smaller amounts wait for the next delivery',
	},
	{ name: 'Bill When Complete', value: 'whenComplete' },
];

const AS_ABOVE: INodePropertyOptions = { name: 'As Above', value: 'standard' };

const CONSOLIDATIONS: INodePropertyOptions[] = [
	AS_ABOVE,
	{ name: 'One for All Orders', value: 'together' },
	{ name: 'One for Each Order', value: 'separate' },
];

const minimumValue: INodeProperties = {
	displayName: 'Minimum Value',
	name: 'minimumValue',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 100,
	displayOptions: { show: { partial: ['minimumValue'] } },
	description:
		"Least value to bill before the order is complete, without tax, in the order's currency",
};

/** When an order is billed: by default, and for some customers and orders. */
export const policyProperties: INodeProperties[] = [
	{
		displayName: 'Bill When',
		name: 'milestone',
		type: 'options',
		options: MILESTONES,
		default: 'shipped',
		description: 'How far an order must have come before it is billed',
	},
	{
		displayName: 'Partial Deliveries',
		name: 'partial',
		type: 'options',
		options: PARTIALS,
		default: 'eachDelivery',
		description: 'What happens to an order that is delivered in parts',
	},
	minimumValue,
	{
		displayName: 'Special Policies',
		name: 'specialPolicies',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Special Policy',
		default: {},
		description:
			'Customers and orders that are billed in another way. The first one that fits applies.',
		options: [
			{
				displayName: 'Policy',
				name: 'policies',
				values: [
					{
						displayName: 'Applies To',
						name: 'scope',
						type: 'options',
						options: [
							{
								name: 'Customer',
								value: 'customer',
								description: 'A customer with all its addresses',
							},
							{ name: 'Customer Tag', value: 'customerTag' },
							{ name: 'Order Tag', value: 'orderTag' },
						],
						default: 'customer',
					},
					{
						displayName: 'Bill When',
						name: 'milestone',
						type: 'options',
						options: [AS_ABOVE, ...MILESTONES],
						default: 'standard',
					},
					{
						displayName: 'Customer',
						name: 'customer',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						displayOptions: { show: { scope: ['customer'] } },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								typeOptions: { searchListMethod: 'searchCustomers', searchable: true },
							},
							{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 14' },
						],
					},
					{
						displayName: 'Invoices',
						name: 'consolidation',
						type: 'options',
						options: CONSOLIDATIONS,
						default: 'standard',
					},
					minimumValue,
					{
						displayName: 'Partial Deliveries',
						name: 'partial',
						type: 'options',
						options: [AS_ABOVE, ...PARTIALS],
						default: 'standard',
					},
					{
						displayName: 'Tag',
						name: 'tag',
						type: 'string',
						default: '',
						placeholder: 'e.g. Key Account',
						displayOptions: { show: { scope: ['customerTag', 'orderTag'] } },
						description: 'Name of the tag in Odoo',
					},
				],
			},
		],
	},
];
