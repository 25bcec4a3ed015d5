import { z } from 'zod';

import { orNull } from '../../shared/odoo/graphFields';
import { latestDay } from '../core/closedBooks';
import type { OrderCompany } from '../core/facts';

/** The company of an order, with the dates up to which its books are closed to the user who reads. */
export const ORDER_COMPANY = {
	model: 'res.company',
	fields: {
		display_name: null,
		country_id: null,
		parent_ids: null,
		user_fiscalyear_lock_date: null,
		user_sale_lock_date: null,
		user_hard_lock_date: null,
		user_tax_lock_date: null,
	},
} as const;

/** Where nothing is closed Odoo says `false`, or the first day of its calendar. */
const lockDate = z
	.unknown()
	.transform((value) => (/^[12]\d{3}-/.test(String(value)) ? String(value) : null));

export const orderCompany = z
	.object({
		id: z.number(),
		display_name: z.string(),
		country_id: orNull(z.number()),
		parent_ids: z.array(z.number()).default([]),
		user_fiscalyear_lock_date: lockDate,
		user_sale_lock_date: lockDate,
		user_hard_lock_date: lockDate,
		user_tax_lock_date: lockDate,
	})
	.transform(
		(company): OrderCompany => ({
			id: company.id,
			name: company.display_name,
			countryId: company.country_id,
			aboveIds: company.parent_ids.filter((id) => id !== company.id),
			closedUntil: {
				books: latestDay([
					company.user_fiscalyear_lock_date,
					company.user_sale_lock_date,
					company.user_hard_lock_date,
				]),
				taxes: company.user_tax_lock_date,
			},
		}),
	);
