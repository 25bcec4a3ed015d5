// @ts-check
import { user } from './records.mjs';
import { typeScript } from './typescript.mjs';

/** @typedef {import('./ensure.mjs').OdooClient} OdooClient */

/** @type {typeof import('../support/axiosExchange')} */
const { axiosClient } = typeScript()('../support/axiosExchange.ts');

const oldest = 19;

/**
 * A client in the user's own company, as the one who sets the scene.
 * @param {{ url: string, database: string, setupApiKey: string }} odoo
 * @returns {Promise<{ client: OdooClient, companyId: number }>}
 */
export async function openOdoo({ url, database, setupApiKey }) {
	const address = { url, database, apiKey: setupApiKey };
	const { uid, version } = await axiosClient(address).session();
	if (version < oldest)
		throw new Error(
			`The demonstration loads its orders into Odoo ${oldest} or newer; ${url} runs Odoo ${version}.`,
		);
	const [self] = await axiosClient(address).read(user, ['company_id'], [uid]);
	const companyId = self?.company_id?.id ?? 0;
	return { client: axiosClient(address, { companyId }), companyId };
}
