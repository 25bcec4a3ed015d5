import { z } from 'zod';

import type { OdooTime } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { answerIn } from '../../shared/odoo/unexpectedAnswer';

const defaults = z.object({ date_order: z.string() });

/** What time it is in Odoo: the date it would give to a new order. One call. */
export const readClock = async (client: OdooClient): Promise<OdooTime> =>
	answerIn(
		'sale.order.default_get',
		defaults,
		await client.call('sale.order', 'default_get', { args: { fields: ['date_order'] } }),
	).date_order.slice(0, 19);
