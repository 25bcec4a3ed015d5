import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { OdooDomain } from '../odoo/domain';
import { id, text } from '../odoo/records/fields';
import { defineRecord } from '../odoo/records/record';
import { openClient } from './openClient';

/** As many as a list in the editor can show; more are given by an expression. */
const LONGEST_LIST = 1_000;

type List = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const SOURCES = {
	getCompanies: ['res.company', []],
	getCountries: ['res.country', []],
	getCustomerTags: ['res.partner.category', []],
	getOrderTags: ['crm.tag', []],
	getPricelists: ['product.pricelist', []],
	getTeams: ['crm.team', []],
	getUsers: ['res.users', [['share', '=', false]]],
	getWarehouses: ['stock.warehouse', []],
} as const satisfies { readonly [name: string]: readonly [model: string, domain: OdooDomain] };

type ListName = keyof typeof SOURCES;

const listOf = (name: ListName, toValue: (id: number) => string | number): List => {
	const [model, domain] = SOURCES[name];
	const type = defineRecord(model, { id, display_name: text });
	return async function (this: ILoadOptionsFunctions) {
		const client = await openClient(this);
		const fields = ['id', 'display_name'] as const;
		const found = await client.search(type, fields, domain, { order: 'id', limit: LONGEST_LIST });
		return found
			.map((record) => ({ name: record.display_name, value: toValue(record.id) }))
			.sort((a, b) => a.name.localeCompare(b.name));
	};
};

/**
 * The methods behind `loadOptionsMethod`, by name.
 * @param toValue what a node stores of a record: its id as a number or as text; a node keeps what it began with
 */
export const listsOf = <const Name extends ListName>(
	names: readonly Name[],
	toValue: (id: number) => string | number = Number,
): { [Each in Name]: List } =>
	Object.fromEntries(names.map((name) => [name, listOf(name, toValue)])) as {
		[Each in Name]: List;
	};
