import type { INodeProperties } from 'n8n-workflow';

import { ROLE_NAMES, type OwnerRole } from '../shared/cases/core/roles';

export const roleOptions = (Object.entries(ROLE_NAMES) as [OwnerRole, string][])
	.map(([value, name]) => ({ name, value }))
	.sort((a, b) => a.name.localeCompare(b.name));

const userParameter = (
	displayName: string,
	name: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchUsers', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7' },
		{
			displayName: 'By Login',
			name: 'login',
			type: 'string',
			placeholder: 'e.g. anna@example.com',
		},
	],
});

/** One for each role, by the role's name; `default` steps in. */
export const OWNER_PARAMETERS = {
	sales: 'salesOwner',
	finance: 'financeOwner',
	warehouse: 'warehouseOwner',
	customerService: 'customerServiceOwner',
	integration: 'integrationOwner',
	default: 'defaultOwner',
} as const satisfies Record<OwnerRole | 'default', string>;

export const ownerProperties: INodeProperties[] = [
	userParameter(
		'Finance Owner',
		OWNER_PARAMETERS.finance,
		'The Odoo user who owns credit, invoice and payment cases',
	),
	userParameter(
		'Warehouse Owner',
		OWNER_PARAMETERS.warehouse,
		'The Odoo user who owns stock and delivery cases',
	),
	userParameter(
		'Customer Service Owner',
		OWNER_PARAMETERS.customerService,
		'The Odoo user who owns order data, complaints and unclear texts',
	),
	userParameter(
		'Integration Owner',
		OWNER_PARAMETERS.integration,
		'The Odoo user who owns technical cases',
	),
	userParameter(
		'Sales Owner',
		OWNER_PARAMETERS.sales,
		"The Odoo user who owns sales cases; empty means the order's salesperson",
	),
	userParameter(
		'Default Owner',
		OWNER_PARAMETERS.default,
		"Steps in where an owner is missing, archived or has no access to the order's company; after that the order's salesperson",
	),
];
