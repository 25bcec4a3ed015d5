import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { openClient } from '../shared/n8n/openClient';
import { customerTag, tag } from '../shared/odoo/records/party';
import { product } from '../shared/odoo/records/product';

const PAGE = 50;

export async function getCustomerTags(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const client = await openClient(this);
	const found = await client.search(customerTag, ['id', 'display_name'], [], { order: 'name' });
	return found.map(({ id, display_name: name }) => ({ name, value: id }));
}

export async function getOrderTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = await openClient(this);
	const found = await client.search(tag, ['id', 'name'], [], { order: 'name' });
	return found.map(({ id, name }) => ({ name, value: id }));
}

export async function searchProducts(
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const client = await openClient(this);
	const offset = Number(token ?? 0);
	const found = await client.search(
		product,
		['id', 'display_name'],
		filter ? [['display_name', 'ilike', filter]] : [],
		{
			order: 'default_code, id',
			limit: PAGE,
			offset,
		},
	);
	return {
		results: found.map(({ id, display_name: name }) => ({ name, value: String(id) })),
		...(found.length === PAGE ? { paginationToken: String(offset + PAGE) } : {}),
	};
}
