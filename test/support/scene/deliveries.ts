import { z } from 'zod';

import type { OdooContext } from '../../../nodes/shared/odoo/OdooTransport';
import { ids, idsOf, type Records, type Row } from './records';

/** Transfers of orders that are neither done nor cancelled. */
export const openTransfers = async (
	odoo: Records,
	orderIds: readonly number[],
	code = 'outgoing',
): Promise<Row[]> =>
	await odoo.find(
		'stock.picking',
		[
			['sale_id', 'in', [...orderIds]],
			['picking_type_code', '=', code],
			['state', 'not in', ['done', 'cancel']],
		],
		['state', 'move_ids'],
	);

/** Validates transfers; what is not done waits in a backorder. */
export const validate = async (
	odoo: Records,
	transferIds: readonly number[],
	context: OdooContext = {},
): Promise<unknown> =>
	await odoo.call('stock.picking', 'button_validate', {
		ids: transferIds,
		context: { skip_sms: true, skip_backorder: true, skip_expired: true, ...context },
	});

/** Ships what is open of orders; a quantity ships that much of every line. @returns the transfers */
export const ship = async (
	odoo: Records,
	orderIds: readonly number[],
	quantity?: number,
): Promise<number[]> => {
	const open = await openTransfers(odoo, orderIds);
	const transferIds = idsOf(open);
	await odoo.call('stock.picking', 'action_assign', { ids: transferIds });
	const moveIds = open.flatMap(({ move_ids: moves }) => ids.parse(moves));
	if (quantity !== undefined) await odoo.write('stock.move', moveIds, { quantity, picked: true });
	await validate(odoo, transferIds);
	return transferIds;
};

/** Takes so much of every line of a transfer back, to be credited. @returns the return transfer, still open */
export const giveBack = async (
	odoo: Records,
	transferId: number,
	quantity: number,
): Promise<number> => {
	const [wizard = 0] = await odoo.create('stock.return.picking', [{}], {
		active_id: transferId,
		active_ids: [transferId],
		active_model: 'stock.picking',
	});
	const lines = await odoo.find('stock.return.picking.line', [['wizard_id', '=', wizard]]);
	await odoo.write('stock.return.picking.line', idsOf(lines), { quantity, to_refund: true });
	const action = await odoo.call('stock.return.picking', 'action_create_returns', {
		ids: [wizard],
	});
	return z.object({ res_id: z.number() }).parse(action).res_id;
};
