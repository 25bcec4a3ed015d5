import type { OdooAddress } from '../axiosExchange';
import { makeCompany, openBooks } from './companies';
import { useCurrency } from './currencies';
import { uniqueCode, uniqueName } from './names';
import { makePipelineUser } from './pipelineUser';
import type { Records } from './records';

export interface SecondCompany {
	readonly id: number;
	readonly currencyId: number;
	readonly currency: string;
	/** A user with the pipeline's rights in the first and in this company. */
	readonly user: OdooAddress;
	readonly credential: Record<string, string | number>;
}

/** A company of its own with books and a warehouse, in another currency than the first, and a user who works for both. */
export const makeSecondCompany = async (
	odoo: Records,
	firstCompany: number,
): Promise<SecondCompany> => {
	const currency = 'CHF';
	const currencyId = await useCurrency(odoo, currency);
	const id = await makeCompany(odoo, { currency_id: currencyId });
	await openBooks(odoo, id);
	await odoo.write('res.company', [id], { currency_id: currencyId });
	await odoo.create(
		'stock.warehouse',
		[{ name: uniqueName('Warehouse'), code: uniqueCode(), company_id: id }],
		{ allowed_company_ids: [id] },
	);
	return { id, currencyId, currency, ...(await makePipelineUser(odoo, [firstCompany, id])) };
};
