import { httpTransport } from '../../nodes/shared/odoo/httpTransport';
import { OdooError } from '../../nodes/shared/odoo/errors';
import { OdooClient } from '../../nodes/shared/odoo/OdooClient';
import type { HttpExchange } from '../../nodes/shared/odoo/OdooTransport';
import { axiosExchange, type OdooAddress } from './axiosExchange';
import { realHost } from './hosts';

/** Waits are not part of what these tests look at. */
const hastyHost = { ...realHost, sleep: async () => await realHost.sleep(5) };

/** Where the connection breaks, and what of the caller is left after that. */
export interface Cut {
	/** The call at which it breaks, as `account.move.action_post`; its first time only. */
	readonly at: string;
	/** Odoo did the work and the answer is lost, or the request never arrived. */
	readonly odooDidIt: boolean;
	/** The process dies with the connection: nothing of it reaches Odoo any more. */
	readonly dies: boolean;
}

/**
 * A client whose connection breaks at one call; `before` may let something else happen first. `calls` lists what reached
 * Odoo, and `hasCut` whether it came to the cut.
 */
export const cutClient = (
	address: OdooAddress,
	cut?: Cut,
	before?: (call: string) => Promise<unknown>,
) => {
	const calls: string[] = [];
	const state = { hasCut: false };
	const send = axiosExchange(address);
	const lost = (call: string) =>
		new OdooError({ kind: 'outcomeUnknown', call, reason: 'the connection was cut by the test' });
	const exchange: HttpExchange = async (request) => {
		if (state.hasCut && cut?.dies) throw lost(request.call);
		await before?.(request.call);
		const breaks = !state.hasCut && request.call === cut?.at;
		state.hasCut ||= breaks;
		if (!breaks || cut?.odooDidIt) calls.push(request.call);
		if (!breaks) return await send(request);
		if (cut?.odooDidIt) await send(request);
		throw lost(request.call);
	};
	const client = new OdooClient(
		httpTransport(exchange, { database: address.database, apiVersion: 'auto' }),
		{ host: hastyHost },
	);
	return { client, calls, state };
};
