import { ids, type Records } from './records';

/** Names of the tags on an order. */
export const tagsOf = async (odoo: Records, orderId: number): Promise<string[]> => {
	const [order] = await odoo.find('sale.order', [['id', '=', orderId]], ['tag_ids']);
	const tags = await odoo.find('crm.tag', [['id', 'in', ids.parse(order?.tag_ids)]], ['name']);
	return tags.map(({ name }) => String(name));
};
