// @ts-check
import { odooCommand, odooData } from './command.mjs';
import { databaseExists } from './database.mjs';
import { odooLogins } from './logins.mjs';
import { choosePort, freePorts } from '../processes/ports.mjs';
import { step } from '../progress.mjs';
import { startServer } from '../processes/server.mjs';
import { checkedName } from '../sql.mjs';

/**
 * @typedef {object} OdooServer
 * @property {string} url
 * @property {string} database
 * @property {string} adminKey API key of "admin", who may do everything
 * @property {string} userKey API key of "o2c", who may do what the nodes need
 * @property {string} adminPassword
 * @property {number} pid
 * @property {() => Promise<void>} stop
 */

/**
 * Starts Odoo on one database and waits until it answers.
 * @param {{ database: string, port?: number, workers?: number, keep?: boolean, detached?: boolean }} options
 * @returns {Promise<OdooServer>}
 */
export async function startOdoo({ database, port, workers = 2, keep = false, detached }) {
	const name = `odoo-${checkedName(database)}`;
	// Odoo would make an empty one.
	if (!(await databaseExists(database)))
		throw new Error(`There is no database "${database}" to start Odoo on: create it first.`);
	const http = await choosePort(port, 'Odoo');
	const url = `http://127.0.0.1:${http}`;
	const call = await odooCommand(await serverArguments(database, http, workers));
	const { pid, stop } = await step(`Starting Odoo on database ${database}`, () =>
		startServer({ ...call, name, url, database, keep, detached, ready: () => answers(url) }),
	);
	const { adminKey, userKey, adminPassword } = await odooLogins();
	return { url, database, adminKey, userKey, adminPassword, pid, stop };
}

/** @param {string} database @param {number} port @param {number} workers */
async function serverArguments(database, port, workers) {
	const [live] = await freePorts(1);
	return [
		['--data-dir', odooData()],
		['--database', database],
		// Without the filter, requests that name no database would see the other copies.
		['--db-filter', `^${database}$`],
		['--http-interface', '127.0.0.1'],
		['--http-port', String(port)],
		['--gevent-port', String(live)],
		['--workers', String(workers)],
		// Scheduled jobs would change a test's data behind its back.
		['--max-cron-threads', '0'],
		['--limit-time-real', '1200'],
		['--limit-time-cpu', '1200'],
	].flat();
}

/** The first answer that needs the database also loads its registry. @param {string} url */
async function answers(url) {
	const response = await fetch(`${url}/web/version`, { signal: AbortSignal.timeout(60_000) });
	return response.ok;
}
