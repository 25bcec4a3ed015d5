import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

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

export const filterLists = {
	getCompanies: listOf('res.company'),
	getCustomerTags: listOf('res.partner.category'),
	getTeams: listOf('crm.team'),
	getWarehouses: listOf('stock.warehouse'),
};
