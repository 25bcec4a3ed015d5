import type { OdooClient } from '../../shared/odoo/OdooClient';
import { move } from '../../shared/odoo/records/stock';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import type { OpenOrder } from './facts';
import { OPEN_STATES } from './openRecords';
import type { CustomerNeeds } from './readCustomers';
import { readOpenOrders } from './readOpenOrders';

/**
 * The other orders that ask for the same products, with only those lines: what else they wait for is not decided here.
 */
export const readCompetitors = async (
	client: OdooClient,
	orders: readonly OpenOrder[],
	needs: CustomerNeeds,
): Promise<OpenOrder[]> => {
	const own = new Set(orders.map(({ id }) => id));
	const products = new Set(
		orders.flatMap(({ moves }) => moves.filter(isContested).map(({ product }) => product.id)),
	);
	if (products.size === 0) return [];
	const moves = await client.searchIn(
		move,
		['id', 'sale_line_id'],
		'product_id',
		[...products],
		[
			['state', 'in', OPEN_STATES],
			['sale_line_id', '!=', false],
			['procure_method', '=', 'make_to_stock'],
			['location_id.usage', '=', 'internal'],
		],
	);
	const lines = await client.read(
		saleOrderLine,
		['id', 'order_id'],
		moves.flatMap(({ sale_line_id: line }) => line?.id ?? []),
	);
	const others = new Set(
		lines.flatMap(({ order_id: order }) => (order && !own.has(order.id) ? [order.id] : [])),
	);
	const found = await readOpenOrders(client, [...others], needs);
	return found.map((order) => ({
		...order,
		moves: order.moves.filter((one) => isContested(one) && products.has(one.product.id)),
	}));
};

const isContested = ({ takesFromStock, isUnlimited }: OpenOrder['moves'][number]): boolean =>
	takesFromStock && !isUnlimited;
