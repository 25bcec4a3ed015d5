import type { OdooDomain } from '../../shared/odoo/domain';
import type { OrderFilter } from '../core/eventQuery';

const FIELDS = [
	['companyIds', 'company_id'],
	['warehouseIds', 'warehouse_id'],
	['teamIds', 'team_id'],
	['customerTagIds', 'partner_id.category_id'],
] as const;

/** @param path where the order lies from the record searched: empty for the order itself, `sale_id.` for a delivery */
export const filterDomain = (filter: OrderFilter, path = ''): OdooDomain => [
	...FIELDS.flatMap(([key, field]) =>
		filter[key].length > 0 ? [[`${path}${field}`, 'in', [...filter[key]]] as const] : [],
	),
	...(filter.minimumTotal > 0 ? [[`${path}amount_total`, '>=', filter.minimumTotal] as const] : []),
];
