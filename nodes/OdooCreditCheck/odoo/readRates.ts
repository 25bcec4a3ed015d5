import type { Rates } from '../core/facts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { number, text } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';

const currencyRate = defineRecord('res.currency', {
	/** ISO 4217. */
	name: text,
	decimal_places: number,
	/** Units for one unit of the company's currency, on the date in the context. */
	rate: number,
});

export interface CompanyRates extends Rates {
	readonly decimals: ReadonlyMap<string, number>;
}

/** Rates and decimals of all currencies of one company, on one date: one call. */
export const readRates = async (
	client: OdooClient,
	companyId: number,
	date: string,
): Promise<CompanyRates> => {
	const found = await client
		.forCompanies([companyId])
		.search(currencyRate, ['name', 'decimal_places', 'rate'], [], {
			context: { active_test: false, date },
		});
	return {
		date,
		perUnit: new Map(found.map(({ name, rate }) => [name, rate])),
		decimals: new Map(found.map(({ name, decimal_places: decimals }) => [name, decimals])),
	};
};
