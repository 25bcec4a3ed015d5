// @ts-check
import { randomBytes } from 'node:crypto';
import { withLock } from '../processes/lock.mjs';
import { recall, remember } from '../state.mjs';

/** @typedef {{ adminPassword: string, adminKey: string, userPassword: string, userKey: string }} OdooLogins */

/**
 * The demo logins of every database the lab makes. They are drawn once and written into the template, so a copy made before the
 * template was rebuilt still lets them in.
 * @returns {Promise<OdooLogins>}
 */
export function odooLogins() {
	return withLock('logins', async () => recall('odoo') ?? remember('odoo', drawLogins()));
}

function drawLogins() {
	// Odoo's own API keys are 20 random bytes in hexadecimal.
	const [adminKey, userKey] = [hex(20), hex(20)];
	return { adminPassword: hex(8), adminKey, userPassword: hex(8), userKey };
}

/** @param {number} bytes */
function hex(bytes) {
	return randomBytes(bytes).toString('hex');
}
