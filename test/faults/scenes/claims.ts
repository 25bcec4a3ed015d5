import { z } from 'zod';

import type { NodeRun } from '../nodeRun';
import type { Row, Tables } from '../recorded/tables';

const orderItem = z.object({ order: z.object({ id: z.number() }) });

/** The items of a run that were decided, with their own key as the node gives it. */
export const claimed = <T extends z.ZodTypeAny>(
	{ outputs }: NodeRun,
	shape: T,
): { readonly orderId: number; readonly claim: z.output<T> }[] =>
	outputs.flat().flatMap(({ json }) => {
		const parsed = shape.safeParse(json);
		const order = orderItem.safeParse(json);
		return parsed.success && order.success && !json.error
			? [{ orderId: order.data.order.id, claim: parsed.data }]
			: [];
	});

/** Notes on an order whose key begins so. */
export const notesOn = (tables: Tables, orderId: number, prefix: string): Row[] =>
	tables
		.all('mail.message')
		.filter(
			({ model, res_id: on, message_id: key }) =>
				model === 'sale.order' && on === orderId && String(key).startsWith(`<${prefix}`),
		);

export const tagsOn = (tables: Tables, orderId: number): unknown[] => {
	const row = tables.row('sale.order', orderId);
	return row
		? tables.related('sale.order', row, 'tag_ids').map((id) => tables.row('crm.tag', id)?.name)
		: [];
};
