// @ts-check
import { ensure } from './ensure.mjs';

/** One for each role of the exception router that is not the salesperson's. */
const people = /** @type {const} */ ({
	finance: 'Fiona Finance',
	warehouse: 'Walter Warehouse',
	customerService: 'Clara Customer Service',
	integration: 'Ian Integration',
});

/**
 * People who own the cases; nobody can log in as them.
 * @param {import('./ensure.mjs').OdooClient} client
 * @returns {Promise<Readonly<Record<string, string>>>} login by role
 */
export async function ensureOwners(client) {
	const rows = Object.entries(people).map(([role, name]) => ({
		key: `demo_user_${role}`,
		columns: {
			name,
			login: loginOf(role),
			'group_ids/id': 'base.group_user,sales_team.group_sale_salesman_all_leads',
		},
	}));
	await ensure(client, 'res.users', rows, { no_reset_password: true });
	return Object.fromEntries(Object.keys(people).map((role) => [role, loginOf(role)]));
}

/** @param {string} role */
const loginOf = (role) => `o2c-${role.toLowerCase()}`;
