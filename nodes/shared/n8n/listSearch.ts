import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { OdooDomain } from '../odoo/domain';
import type { OdooClient, SearchOptions } from '../odoo/OdooClient';
import { user } from '../odoo/records/party';
import { partner } from '../odoo/records/partner';
import { product } from '../odoo/records/product';
import { saleOrder } from '../odoo/records/saleOrder';
import { openClient } from './openClient';

const PAGE = 50;

type Search = (
	client: OdooClient,
	named: OdooDomain,
	paging: SearchOptions,
) => Promise<INodeListSearchItems[]>;

/** The method behind a picker, a page at a time; the token of the next page is its offset. */
const picker = (search: Search, searchedBy: 'name' | 'display_name' = 'name') =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		token?: string,
	): Promise<INodeListSearchResult> {
		const client = await openClient(this);
		const offset = Number(token ?? 0);
		const named: OdooDomain = filter ? [[searchedBy, 'ilike', filter]] : [];
		const results = await search(client, named, { limit: PAGE, offset });
		return results.length < PAGE
			? { results }
			: { results, paginationToken: String(offset + PAGE) };
	};

const toChoice = ({ id, name }: { readonly id: number; readonly name: string }) => ({
	name,
	value: String(id),
});

export const searchOrders = picker(async (client, named, paging) => {
	const fields = ['id', 'name', 'partner_id'] as const;
	const found = await client.search(saleOrder, fields, named, { ...paging, order: 'id desc' });
	return found.map(({ id, name, partner_id: customer }) =>
		toChoice({ id, name: `${name} – ${customer?.name ?? ''}` }),
	);
});

export const searchUsers = picker(async (client, named, paging) => {
	const internal: OdooDomain = [['share', '=', false], ...named];
	const found = await client.search(user, ['id', 'name'], internal, { ...paging, order: 'name' });
	return found.map(toChoice);
});

export const searchCustomers = picker(async (client, named, paging) => {
	const found = await client.search(partner, ['id', 'name'], named, { ...paging, order: 'name' });
	return found.map(toChoice);
});

export const searchProducts = picker(async (client, named, paging) => {
	const fields = ['id', 'display_name'] as const;
	const order = 'default_code, id';
	const found = await client.search(product, fields, named, { ...paging, order });
	return found.map(({ id, display_name: name }) => toChoice({ id, name }));
}, 'display_name');
