import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { uniqueName } from './names';
import type { Records } from './records';

/** A new internal user. */
export const makeUser = async (
	odoo: Records,
	values: OdooValues = {},
): Promise<{ id: number; login: string }> => {
	const login = uniqueName('user').replace(' ', '-');
	return { id: await odoo.one('res.users', { name: `User ${login}`, login, ...values }), login };
};
