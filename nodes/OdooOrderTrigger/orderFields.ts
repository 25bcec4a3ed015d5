import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { z } from 'zod';

import { openClient } from '../shared/n8n/openClient';
import { answerIn } from '../shared/odoo/unexpectedAnswer';

const fieldsAnswer = z.record(
	z.object({ string: z.string(), type: z.string(), store: z.boolean().default(false) }),
);

/** Fields that hold a value of their own; Odoo's own bookkeeping changes with every write. */
export async function getOrderFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = await openClient(this);
	const fields = answerIn(
		'sale.order.fields_get',
		fieldsAnswer,
		await client.call('sale.order', 'fields_get', {
			args: { attributes: ['string', 'type', 'store'] },
		}),
	);
	return Object.entries(fields)
		.filter(
			([name, { type, store }]) =>
				store && type !== 'binary' && !/^(write|create)_|^id$|^message_|^activity_/.test(name),
		)
		.map(([value, { string: name }]) => ({ name: `${name} (${value})`, value }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
