import type { OdooDomain } from '../../shared/odoo/domain';

/** Which orders a trigger tells of; an empty list means all. */
export interface OrderFilter {
	readonly companyIds: readonly number[];
	readonly warehouseIds: readonly number[];
	readonly teamIds: readonly number[];
	/** Tags of the customer, not of the order. */
	readonly customerTagIds: readonly number[];
	/** In the order's currency; 0 for every order. */
	readonly minimumTotal: number;
}

export const EVERY_ORDER: OrderFilter = {
	companyIds: [],
	warehouseIds: [],
	teamIds: [],
	customerTagIds: [],
	minimumTotal: 0,
};

const FIELDS = {
	companyIds: 'company_id',
	warehouseIds: 'warehouse_id',
	teamIds: 'team_id',
	customerTagIds: 'partner_id.category_id',
} as const satisfies Partial<Record<keyof OrderFilter, string>>;

/** @param path where the order lies from the record searched: empty for the order itself, `sale_id.` for a delivery */
export const filterDomain = (filter: OrderFilter, path = ''): OdooDomain => [
	...(Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((key) =>
		filter[key].length > 0 ? [[`${path}${FIELDS[key]}`, 'in', [...filter[key]]] as const] : [],
	),
	...(filter.minimumTotal > 0 ? [[`${path}amount_total`, '>=', filter.minimumTotal] as const] : []),
];
