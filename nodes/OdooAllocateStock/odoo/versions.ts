import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';

/** Before Odoo 17 a move's reserved quantity cannot be written, and writing it on its lines corrupts the stock. */
const FIRST_THAT_KEEPS = 17;

/** @throws OdooError where Odoo is too old to hold a chosen quantity */
export const assertCanReserve = async (client: OdooClient): Promise<void> => {
	const { version } = await client.session();
	if (version >= FIRST_THAT_KEEPS) return;
	throw new OdooError({
		kind: 'validation',
		call: 'stock.move.write',
		reason: `Odoo ${version} cannot keep a reservation of a chosen quantity`,
		advice: `Reserving requires Odoo ${FIRST_THAT_KEEPS} or later. Turn on Dry Run to see the plan.`,
	});
};

export const canSplitTransfers = async (client: OdooClient): Promise<boolean> =>
	(await client.session()).version >= 18;

/** From Odoo 19 on one call writes to each record its own values, and a raised quantity is taken where goods are free. */
export const canWriteEach = async (client: OdooClient): Promise<boolean> =>
	(await client.session()).version >= 19;
