import { z } from 'zod';

import type { UserChoice } from '../../shared/cases/core/candidates';
import { LARGEST_ID } from '../../shared/n8n/settings/bounds';
import { readBy, type Described, type Setting } from '../../shared/n8n/settings/setting';

const locator = z
	.object({
		mode: z.enum(['list', 'id', 'login']),
		value: z.union([z.string(), z.number(), z.null()]).optional(),
	})
	.catch({ mode: 'list' });

const choice = locator.transform(({ mode, value }, context): UserChoice => {
	const written = String(value ?? '').trim();
	if (written === '') return { kind: 'none' };
	if (mode === 'login') return { kind: 'login', login: written };
	if (/^\d+$/.test(written) && Number(written) <= LARGEST_ID)
		return { kind: 'id', id: Number(written) };
	const message = `'${written}' is not the ID of a user; choose By Login for a login`;
	context.addIssue({ code: 'custom', message });
	return z.NEVER;
});

const NOBODY = { mode: 'list', value: '' };

const userSetting = <Name extends string>(
	property: Described<Name, 'resourceLocator'> & { readonly default: typeof NOBODY },
): Setting<Name, UserChoice> =>
	readBy(
		{
			...property,
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
		},
		choice,
	);

export const ownerSettings = [
	userSetting({
		displayName: 'Finance Owner',
		name: 'financeOwner',
		type: 'resourceLocator',
		default: NOBODY,
		description: 'The Odoo user who owns credit, invoice and payment cases',
	}),
	userSetting({
		displayName: 'Warehouse Owner',
		name: 'warehouseOwner',
		type: 'resourceLocator',
		default: NOBODY,
		description: 'The Odoo user who owns stock and delivery cases',
	}),
	userSetting({
		displayName: 'Customer Service Owner',
		name: 'customerServiceOwner',
		type: 'resourceLocator',
		default: NOBODY,
		description: 'The Odoo user who owns order data, complaints and unclear messages',
	}),
	userSetting({
		displayName: 'Integration Owner',
		name: 'integrationOwner',
		type: 'resourceLocator',
		default: NOBODY,
		description: 'The Odoo user who owns technical cases',
	}),
	userSetting({
		displayName: 'Sales Owner',
		name: 'salesOwner',
		type: 'resourceLocator',
		default: NOBODY,
		description: "The Odoo user who owns sales cases; leave empty for the order's salesperson",
	}),
	userSetting({
		displayName: 'Default Owner',
		name: 'defaultOwner',
		type: 'resourceLocator',
		default: NOBODY,
		description:
			"Owns a case whose owner is missing, archived or has no access to the order's company; without one, the order's salesperson does",
	}),
] as const;
