import { rowsSetting } from '../../shared/n8n/settings/groups';
import {
	choiceSetting,
	numberSetting,
	recordSetting,
	textSetting,
} from '../../shared/n8n/settings/kinds';
import type { Values } from '../../shared/n8n/settings/setting';
import { belowMinimumValue } from '../core/rules/belowMinimumValue';
import { deliveryIncomplete } from '../core/rules/deliveryIncomplete';
import { milestone } from '../core/rules/milestone';

const DEFAULT = { name: 'Default', value: 'standard', description: 'As set above' } as const;

const parts = [
	choiceSetting({
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
		description: 'Whose orders are invoiced in another way',
	}),
	recordSetting({
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
		description: 'The customer with all its addresses',
	}),
	choiceSetting({
		displayName: 'Invoice When',
		name: 'milestone',
		type: 'options',
		options: [DEFAULT, ...milestone.options.milestone.options],
		default: 'standard',
		description: milestone.options.milestone.description,
	}),
	choiceSetting({
		displayName: 'Invoices',
		name: 'consolidation',
		type: 'options',
		options: [
			{ name: 'Default', value: 'standard', description: DEFAULT.description },
			{ name: 'One for All Orders', value: 'together' },
			{ name: 'One for Each Order', value: 'separate' },
		],
		default: 'standard',
		description: 'Whether the orders of a customer share an invoice',
	}),
	numberSetting(belowMinimumValue.options.minimumValue),
	choiceSetting({
		displayName: 'Partial Deliveries',
		name: 'partial',
		type: 'options',
		options: [DEFAULT, ...deliveryIncomplete.options.partial.options],
		default: 'standard',
		description: deliveryIncomplete.options.partial.description,
	}),
	textSetting({
		displayName: 'Tag',
		name: 'tag',
		type: 'string',
		default: '',
		placeholder: 'e.g. Key Account',
		displayOptions: { show: { scope: ['customerTag', 'orderTag'] } },
		description: 'Name of the tag in Odoo',
	}),
] as const;

export const overridesSetting = rowsSetting(
	{
		displayName: 'Overrides',
		name: 'specialPolicies',
		type: 'fixedCollection',
		typeOptions: { sortable: true },
		placeholder: 'Add Override',
		default: {},
		description:
			'Customers and orders that are invoiced in another way. The first one that fits applies.',
	},
	{ name: 'policies', displayName: 'Override' },
	parts,
);

/** As it was filled in. */
export type OverrideRow = Values<typeof parts>;
