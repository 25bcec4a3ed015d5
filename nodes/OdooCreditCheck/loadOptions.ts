import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { OdooDomain } from '../shared/odoo/domain';
import { openClient } from '../shared/n8n/openClient';
import { id, text } from '../shared/odoo/records/fields';
import { defineRecord } from '../shared/odoo/records/record';

/** As many as a list in the editor can show; more are given by an expression. */
const LONGEST_LIST = 500;

const listOf = (model: string, domain: OdooDomain = []) => {
	const type = defineRecord(model, { id, display_name: text });
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const client = await openClient(this);
		const found = await client.search(type, ['id', 'display_name'], domain, {
			limit: LONGEST_LIST,
		});
		return found
			.map(({ id: value, display_name: name }) => ({ name, value: String(value) }))
			.sort((a, b) => a.name.localeCompare(b.name));
	};
};

export const loadOptions = {
	loadCountries: listOf('res.country'),
	loadCustomerTags: listOf('res.partner.category'),
	loadPricelists: listOf('product.pricelist'),
	loadSalesTeams: listOf('crm.team'),
	loadUsers: listOf('res.users', [['share', '=', false]]),
};
