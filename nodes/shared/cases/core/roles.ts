/** Who answers for a case. The order is that of the node's outputs. */
export const OWNER_ROLES = [
	'sales',
	'finance',
	'warehouse',
	'customerService',
	'integration',
] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

export const ROLE_NAMES = {
	sales: 'Sales',
	finance: 'Finance',
	warehouse: 'Warehouse',
	customerService: 'Customer Service',
	integration: 'Integration',
} as const satisfies Record<OwnerRole, string>;

export const outputOf = (role: OwnerRole): number => OWNER_ROLES.indexOf(role);
