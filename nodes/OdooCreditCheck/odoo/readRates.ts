import type { Rates } from '../core/facts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { ids, number, text } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';

const currencyRate = defineRecord('res.currency', {
	/** ISO 4217. */
	name: text,
	decimal_places: number,
	/** Units for one unit of the company's currency, on the date in the context. */
	rate: number,
	/** Of which there are none, Odoo reads the rate as one. */
	rate_ids: ids,
});

export interface CompanyRates extends Rates {
	readonly decimals: ReadonlyMap<string, number>;
}

/** Rates of the currencies that have one, and decimals of all, for one company on one date: one call. */
export const readRates = async (
	client: OdooClient,
	companyId: number,
	date: string,
): Promise<CompanyRates> => {
	const { companies } = await client.session();
	const own = companies.find(({ id }) => id === companyId)?.currency.name;
	const found = await client
		.forCompanies([companyId])
		.search(currencyRate, ['name', 'decimal_places', 'rate', 'rate_ids'], [], {
			context: { active_test: false, date },
		});
	return {
		date,
		perUnit: new Map(
			found
				.filter(({ name, rate_ids: known }) => name === own || known.length > 0)
				.map(({ name, rate }) => [name, rate]),
		),
		decimals: new Map(found.map(({ name, decimal_places: decimals }) => [name, decimals])),
	};
};
