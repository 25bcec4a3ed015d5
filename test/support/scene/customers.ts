import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { uniqueName } from './names';
import type { Records } from './records';

export const makeCustomers = async (
	odoo: Records,
	records: readonly OdooValues[],
): Promise<number[]> =>
	await odoo.create(
		'res.partner',
		records.map((values) => ({ name: uniqueName('Customer'), ...values })),
	);

export const makeCustomer = async (odoo: Records, values: OdooValues = {}): Promise<number> =>
	(await makeCustomers(odoo, [values]))[0] ?? 0;
