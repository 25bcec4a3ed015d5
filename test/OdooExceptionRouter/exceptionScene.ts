import { z } from 'zod';

import type { OdooClient, OdooValues } from '../../nodes/shared/odoo/OdooClient';
import { makeCustomer } from '../support/scene/customers';
import { uniqueName } from '../support/scene/names';
import { quote } from '../support/scene/orders';
import { makeProduct } from '../support/scene/products';
import { recordsOf } from '../support/scene/records';
import { makeUser } from '../support/scene/users';

interface SceneOrder {
	readonly id: number;
	readonly reference: string;
}

const text = z.union([z.string(), z.literal(false)]);
const reference = z.union([z.tuple([z.number(), z.string()]), z.literal(false)]);
const activityRows = z.array(
	z.object({
		id: z.number(),
		res_id: z.number(),
		summary: text,
		note: text,
		user_id: reference,
		date_deadline: z.string(),
		active: z.boolean(),
		activity_type_id: reference,
	}),
);

/** Orders that cases are raised for, and what Odoo holds of the cases. */
export const exceptionScene = (client: OdooClient) => {
	const odoo = recordsOf(client);
	return {
		...odoo,
		/** Quotations of one new customer for one new service. */
		orders: async (count: number, values: OdooValues = {}): Promise<SceneOrder[]> => {
			const customer = await makeCustomer(odoo, { name: uniqueName('Exception customer') });
			const product = await makeProduct(odoo, { type: 'service' });
			const order = { customer, lines: [{ product, quantity: 3 }], values };
			const made = await quote(
				odoo,
				Array.from({ length: count }, () => order),
			);
			const rows = await odoo.find('sale.order', [['id', 'in', made]], ['name']);
			return rows.map(({ id, name }) => ({ id, reference: String(name) }));
		},
		/** Odoo makes whoever makes an order follow it. */
		followedByNobody: async (orders: readonly SceneOrder[]) => {
			const ids = orders.map(({ id }) => id);
			const partners = await odoo.find(
				'mail.followers',
				[
					['res_model', '=', 'sale.order'],
					['res_id', 'in', ids],
				],
				['partner_id'],
			);
			const args = {
				partner_ids: partners.flatMap(({ partner_id: partner }) =>
					Array.isArray(partner) ? [Number(partner[0])] : [],
				),
			};
			await client.call('sale.order', 'message_unsubscribe', { ids, args });
		},
		user: async (values: OdooValues = {}) => await makeUser(odoo, values),
		/** Activities on orders, done ones too. */
		activitiesOf: async (orderIds: readonly number[]) =>
			activityRows.parse(
				await odoo.find(
					'mail.activity',
					[
						['res_model', '=', 'sale.order'],
						['res_id', 'in', [...orderIds]],
					],
					['res_id', 'summary', 'note', 'user_id', 'date_deadline', 'active', 'activity_type_id'],
				),
			),
	};
};
