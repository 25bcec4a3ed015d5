import { unique } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { company } from '../../shared/odoo/records/party';
import type { OrderBook } from './readOrderBooks';

/** The country of each order's company, by company. */
export const readCountries = async (
	client: OdooClient,
	headers: readonly OrderBook[],
): Promise<ReadonlyMap<number, number | null>> => {
	const companyIds = unique(headers.flatMap(({ company_id: owner }) => owner?.id ?? []));
	const found = await client.read(company, ['id', 'country_id'], companyIds);
	return new Map(found.map(({ id, country_id: country }) => [id, country?.id ?? null]));
};
