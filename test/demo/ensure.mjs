// @ts-check
import { typeScript } from './typescript.mjs';

/** @typedef {import('../../nodes/shared/odoo/OdooClient').OdooClient} OdooClient */
/** @typedef {import('../../nodes/shared/traces/odoo/importRows').ImportRow} Row */

/** @type {typeof import('../../nodes/shared/traces/odoo/importRows')} */
const { importRows } = typeScript()('../../nodes/shared/traces/odoo/importRows.ts');

/**
 * Loads records that are not there yet, with external ids; a second run finds them.
 * @param {OdooClient} client @param {string} model @param {readonly Row[]} rows @param {Record<string, boolean>} [context]
 * @returns {Promise<ReadonlyMap<string, number>>} ids by key
 */
export async function ensure(client, model, rows, context = {}) {
	const { ids, failed } = await importRows(client, { model, rows, context });
	const [refused] = failed;
	if (refused !== undefined)
		throw new Error(
			`Odoo refused ${failed.size} of ${rows.length} records; the first, ${refused[0]}: ${refused[1].message}`,
		);
	return ids;
}

/** The full external id of a record this demonstration made. @param {string} key */
export const xmlId = (key) => `n8n_o2c.${key}`;

/** Odoo's import reads booleans as text. @param {boolean} value */
export const flag = (value) => (value ? '1' : '0');
