import { z } from 'zod';

import type { OdooClient } from '../../nodes/shared/odoo/OdooClient';

const ids = z.array(z.number());
let count = 0;

/** A name that no other suite on the same database uses. */
export const unique = (word: string): string =>
	`${word} ${Date.now().toString(36)}-${(count += 1)}`;

export interface SceneOrder {
	readonly id: number;
	readonly reference: string;
}

/** Orders of one new customer for one new service, made by the administrator. */
export const makeOrders = async (
	admin: OdooClient,
	quantity: number,
	values: { readonly [field: string]: string | number | boolean } = {},
): Promise<SceneOrder[]> => {
	const [customer] = ids.parse(
		await admin.call('res.partner', 'create', {
			args: { vals_list: [{ name: unique('Exception customer') }] },
		}),
	);
	const [product] = ids.parse(
		await admin.call('product.product', 'create', {
			args: {
				vals_list: [{ name: unique('Exception product'), type: 'service', list_price: 100 }],
			},
		}),
	);
	const line = [0, 0, { product_id: product ?? 0, product_uom_qty: 3 }] as const;
	const order = { partner_id: customer ?? 0, order_line: [line], ...values };
	const made = ids.parse(
		await admin.call('sale.order', 'create', {
			args: { vals_list: Array.from({ length: quantity }, () => order) },
		}),
	);
	const rows = z
		.array(z.object({ id: z.number(), name: z.string() }))
		.parse(await admin.call('sale.order', 'read', { ids: made, args: { fields: ['name'] } }));
	return rows.map(({ id, name }) => ({ id, reference: name }));
};

/** A new internal user with sales rights. */
export const makeUser = async (
	admin: OdooClient,
	values: { readonly [field: string]: string | number | boolean } = {},
): Promise<{ id: number; login: string }> => {
	const login = unique('owner').replace(' ', '-');
	const [id] = ids.parse(
		await admin.call('res.users', 'create', {
			args: { vals_list: [{ name: `Owner ${login}`, login, ...values }] },
		}),
	);
	return { id: id ?? 0, login };
};

const activityRows = z.array(
	z.object({
		id: z.number(),
		res_id: z.number(),
		summary: z.union([z.string(), z.literal(false)]),
		note: z.union([z.string(), z.literal(false)]),
		user_id: z.union([z.tuple([z.number(), z.string()]), z.literal(false)]),
		date_deadline: z.string(),
		active: z.boolean(),
		activity_type_id: z.union([z.tuple([z.number(), z.string()]), z.literal(false)]),
	}),
);

/** What Odoo holds, done ones too: not our own output. */
export const activitiesOf = async (admin: OdooClient, orderIds: readonly number[]) =>
	activityRows.parse(
		await admin.call('mail.activity', 'search_read', {
			args: {
				domain: [
					['res_model', '=', 'sale.order'],
					['res_id', 'in', [...orderIds]],
				],
				fields: [
					'res_id',
					'summary',
					'note',
					'user_id',
					'date_deadline',
					'active',
					'activity_type_id',
				],
				order: 'id',
			},
			context: { active_test: false },
		}),
	);
