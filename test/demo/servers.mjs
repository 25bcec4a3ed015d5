// @ts-check
import { join } from 'node:path';
import { ensurePackages, odooPackages } from '../lab/debian.mjs';
import { ensureN8n, startN8n } from '../lab/n8n.mjs';
import { openSession } from '../lab/n8n/session.mjs';
import {
	createDatabase,
	databaseExists,
	ensureTemplate,
	odooLogins,
	startOdoo,
} from '../lab/odoo.mjs';
import { ensureLabDir, repositoryRoot } from '../lab/paths.mjs';
import { isFree } from '../lab/processes/ports.mjs';

/** @typedef {import('./flags.mjs').Flags} Flags */
/** @typedef {import('./flags.mjs').ExternalOdoo & { isOurs: boolean, logins: readonly string[] }} Odoo */
/** @typedef {{ url: string, apiKey: string, logins: readonly string[], rest?: import('../lab/n8n/session.mjs').Call }} N8n */
/** @typedef {{ odoo: Odoo, n8n: N8n, stop: () => Promise<void> }} Servers */

const database = 'o2c_demo';
const usualPorts = { odoo: 8069, n8n: 5678 };

/** What n8n compiles its native modules with: fetched with the rest, as two installations at once would disturb each other. */
const compilers = ['g++', 'make'];

/** The lab's own Odoo and n8n, or those the person named. @param {Flags} flags @returns {Promise<Servers>} */
export async function startServers(flags) {
	await install(flags);
	const odoo = flags.odoo
		? { ...flags.odoo, isOurs: false, logins: [], stop: nothing }
		: await startOwnOdoo(flags.ports.odoo);
	const n8n = flags.n8n
		? { ...flags.n8n, logins: [], stop: nothing }
		: await startOwnN8n(flags.ports.n8n);
	return { odoo, n8n, stop: async () => void (await Promise.all([odoo.stop(), n8n.stop()])) };
}

const nothing = async () => {};

/** The two slow installations go side by side. @param {Flags} flags */
async function install({ odoo, n8n }) {
	if (!odoo || !n8n)
		await ensurePackages([...(odoo ? [] : odooPackages), ...(n8n ? [] : compilers)]);
	await Promise.all([odoo ? undefined : ensureTemplate(), n8n ? undefined : ensureN8n()]);
}

/** @param {number | undefined} wanted */
async function startOwnOdoo(wanted) {
	if (!(await databaseExists(database))) await createDatabase(database);
	const port = wanted ?? (await usualPort(usualPorts.odoo));
	const { url, adminKey, userKey, stop } = await startOdoo({ database, port, detached: true });
	const { adminPassword, userPassword } = await odooLogins();
	const logins = [`admin / ${adminPassword}`, `o2c / ${userPassword} (whom the nodes work as)`];
	return { url, database, isOurs: true, apiKey: userKey, setupApiKey: adminKey, logins, stop };
}

/** @param {number | undefined} wanted */
async function startOwnN8n(wanted) {
	const userFolder = join(ensureLabDir(), 'demo-n8n');
	const port = wanted ?? (await usualPort(usualPorts.n8n));
	const server = await startN8n({ userFolder, port, packageDir: repositoryRoot, detached: true });
	const { rest, access } = await openSession(server);
	const logins = [`${access.email} / ${access.password}`];
	return { url: server.url, apiKey: access.apiKey, rest, logins, stop: server.stop };
}

/** A bookmark keeps working as long as nobody else takes the port. @param {number} port */
async function usualPort(port) {
	return (await isFree(port)) ? port : undefined;
}
