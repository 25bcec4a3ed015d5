import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { z } from 'zod';

import { openClient } from '../shared/n8n/openClient';
import { text } from '../shared/odoo/records/fields';
import { defineRecord } from '../shared/odoo/records/record';

const MOST = 500;

const listOf = (model: string) => {
	const type = defineRecord(model, { display_name: text });
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const client = await openClient(this);
		const found = await client.search(type, ['display_name'], [], { order: 'id', limit: MOST });
		return found
			.map(({ id, display_name: name }) => ({ name, value: id }))
			.sort((a, b) => a.name.localeCompare(b.name));
	};
};

const fieldsAnswer = z.record(
	z.object({ string: z.string(), type: z.string(), store: z.boolean().default(false) }),
);

/** Fields that hold a value of their own; Odoo's own bookkeeping changes with every write. */
async function getOrderFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = await openClient(this);
	const fields = fieldsAnswer.parse(
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

export const filterLists = {
	getOrderFields,
	getCompanies: listOf('res.company'),
	getCustomerTags: listOf('res.partner.category'),
	getTeams: listOf('crm.team'),
	getWarehouses: listOf('stock.warehouse'),
};
