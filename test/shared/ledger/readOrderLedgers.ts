import { chunksOf } from '../../../nodes/shared/odoo/batches';
import { unique } from '../../../nodes/shared/core/collections';
import { searchGraph } from '../../../nodes/shared/odoo/graph';
import type { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import { orderLedgerOf, type OrderLedger } from '../../../nodes/shared/ledger/core/orderLedger';
import {
	LEDGER_LINE_FIELDS,
	LEDGER_ORDER_FIELDS,
	ledgerLine,
	ledgerOrder,
} from '../../../nodes/shared/ledger/odoo/orderLineGraph';
import { toOrderRows } from '../../../nodes/shared/ledger/odoo/toOrderRows';

const LINE = {
	model: 'sale.order.line',
	fields: {
		...LEDGER_LINE_FIELDS,
		order_id: { model: 'sale.order', fields: LEDGER_ORDER_FIELDS },
	},
	schema: ledgerLine.extend({ order_id: ledgerOrder }),
};

/** The ledger of each order by its id: one call for each 200 orders. One without lines, or that cannot be seen, is missing. */
export const readOrderLedgers = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, OrderLedger>> => {
	const { version } = await client.session();
	const found = await client.parallel(
		chunksOf(unique(orderIds), client.batchSize),
		async (chunk) =>
			await searchGraph(client, LINE, {
				domain: [
					['order_id', 'in', chunk],
					['display_type', '=', false],
				],
				order: 'id',
				context: { active_test: false },
			}),
	);
	return new Map(
		toOrderRows(version, found.flat()).map((order) => [order.id, orderLedgerOf(order)]),
	);
};
