import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { OdooDomain } from '../odoo/domain';
import { user, tag } from '../odoo/records/party';
import { partner } from '../odoo/records/partner';
import { saleOrder } from '../odoo/records/saleOrder';
import { openClient } from './openClient';

const PAGE = 50;

const matching = (field: string, filter: string | undefined): OdooDomain =>
	filter ? [[field, 'ilike', filter]] : [];

/** One page of a picker; the token of the next page is its offset. */
const page = (results: INodeListSearchItems[], offset: number): INodeListSearchResult => ({
	results,
	...(results.length === PAGE ? { paginationToken: String(offset + PAGE) } : {}),
});

export async function searchOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const client = await openClient(this);
	const offset = Number(token ?? 0);
	const found = await client.search(
		saleOrder,
		['id', 'name', 'partner_id'],
		matching('name', filter),
		{ order: 'id desc', limit: PAGE, offset },
	);
	return page(
		found.map(({ id, name, partner_id: customer }) => ({
			name: `${name} – ${customer?.name ?? ''}`,
			value: String(id),
		})),
		offset,
	);
}

export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const client = await openClient(this);
	const offset = Number(token ?? 0);
	const domain: OdooDomain = [['share', '=', false], ...matching('name', filter)];
	const found = await client.search(user, ['id', 'name'], domain, {
		order: 'name',
		limit: PAGE,
		offset,
	});
	return page(
		found.map(({ id, name }) => ({ name, value: String(id) })),
		offset,
	);
}

export async function searchCustomers(
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const client = await openClient(this);
	const offset = Number(token ?? 0);
	const found = await client.search(partner, ['id', 'name'], matching('name', filter), {
		order: 'name',
		limit: PAGE,
		offset,
	});
	return page(
		found.map(({ id, name }) => ({ name, value: String(id) })),
		offset,
	);
}

export async function searchTags(
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const client = await openClient(this);
	const offset = Number(token ?? 0);
	const found = await client.search(tag, ['id', 'name'], matching('name', filter), {
		order: 'name',
		limit: PAGE,
		offset,
	});
	return page(
		found.map(({ id, name }) => ({ name, value: String(id) })),
		offset,
	);
}
