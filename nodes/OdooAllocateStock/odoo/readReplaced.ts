import { groupBy } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import type { Replacement } from './replacements';

const FIELDS = ['id', 'order_id', 'product_id', 'product_uom_qty'] as const;

/** The orders that ask for less of what is short, and for its substitute: one call. */
export const readReplaced = async (
	client: OdooClient,
	replacements: readonly Replacement[],
): Promise<ReadonlySet<number>> => {
	const byOrder = groupBy(replacements, ({ orderId }) => orderId);
	const lines = await client.searchIn(saleOrderLine, FIELDS, 'order_id', [...byOrder.keys()]);
	const isShown = ({ orderId, line, sold }: Replacement): boolean => {
		const own = lines.filter(({ order_id: order }) => order?.id === orderId);
		return (
			own.some(
				({ id, product_uom_qty: asked }) => id === sold.id && asked < sold.product_uom_qty,
			) && own.some(({ product_id: product }) => product?.id === line.substitute.product.id)
		);
	};
	return new Set([...byOrder].flatMap(([orderId, some]) => (some.every(isShown) ? [orderId] : [])));
};
