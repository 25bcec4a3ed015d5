import type { CustomerFields } from '../core/settings';
import { groupBy } from '../../shared/core/collections';
import { isOdooError, type OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { findDebtor, type OrderWithDebtor } from './findDebtor';
import type { OrderRow } from './readOrders';
import { readPartners } from './readPartners';

interface DebtorsRead {
	/** In the order of the orders. */
	readonly debtors: readonly OrderWithDebtor[];
	readonly failed: ReadonlyMap<number, OdooError>;
}

/** Who owes for each order; one call for each company, because limits and terms are the company's. */
export const readDebtors = async (
	client: OdooClient,
	rows: readonly OrderRow[],
	customerFields: CustomerFields,
): Promise<DebtorsRead> => {
	const inCompany = rows.filter(({ company_id: company }) => company !== null);
	const byCompany = groupBy(inCompany, ({ company_id: company }) => company?.id ?? 0);
	const found = await client.parallel([...byCompany], async ([companyId, own]) => {
		const partnerIds = own
			.flatMap((row) => [row.partner_id?.id ?? 0, row.partner_invoice_id?.id ?? 0])
			.filter((id) => id > 0);
		const partners = await readPartners(
			client.forCompanies([companyId]),
			partnerIds,
			customerFields,
		);
		return own.map((row): readonly [number, OrderWithDebtor | OdooError] => [
			row.id,
			findDebtor(row, partners),
		]);
	});
	const tried = new Map(found.flat());
	const results = rows.flatMap(({ id }) => {
		const result = tried.get(id);
		return result ? [{ id, result }] : [];
	});
	return {
		debtors: results.flatMap(({ result }) => (isOdooError(result) ? [] : [result])),
		failed: new Map(
			results.flatMap(({ id, result }): [number, OdooError][] =>
				isOdooError(result) ? [[id, result]] : [],
			),
		),
	};
};
