import { z } from 'zod';

import type { OdooTime } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';

const defaults = z.object({ date_order: z.string() });

/** What time it is in Odoo: the date it would give to a new order. One call. */
export const readClock = async (client: OdooClient): Promise<OdooTime> =>
	defaults
		.parse(await client.call('sale.order', 'default_get', { args: { fields: ['date_order'] } }))
		.date_order.slice(0, 19);
