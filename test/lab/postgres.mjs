// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from './debian.mjs';
import { dismiss, hold, holders, keepForPerson } from './processes/holders.mjs';
import { labUser } from './user.mjs';
import { withLock } from './processes/lock.mjs';
import { choosePort, isFree } from './processes/ports.mjs';
import { ensureCluster, postgresProgram, runningServer } from './postgresCluster.mjs';
import { identify, signal, stopProcess } from './processes/identity.mjs';
import { run } from './shell.mjs';
import { startServer } from './processes/server.mjs';
import { recall, remember } from './state.mjs';

// Odoo's databases of the lab can be made again: durability is given up for speed.
const settings = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '200',
	shared_buffers: '256MB',
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	jit: 'off',
};

/** @typedef {{ host: string, port: number, user: string, password: string }} PostgresAccess */

/** @type {Promise<PostgresAccess> | undefined} */
let started;

/**
 * The lab's own PostgreSQL, started unless it runs. It ends with the last process that uses it, or on "down" when kept.
 * @param {{ keep?: boolean }} [options]
 * @returns {Promise<PostgresAccess>}
 */
export async function startPostgres({ keep = false } = {}) {
	if (keep) keepForPerson('postgres');
	return (started ??= withLock('postgres', start).catch((error) => {
		started = undefined;
		throw error;
	}));
}

/** Ends PostgreSQL, unless another process still works with it. Answers whether it is down. */
export async function stopPostgres() {
	started = undefined;
	dismiss('postgres');
	return withLock('postgres', async () => {
		const { data } = await ensureCluster();
		const server = runningServer(data);
		if (server !== undefined && holders('postgres').length > 0) return false;
		if (server !== undefined) await stopProcess(server, { politely: 'SIGINT' });
		return true;
	});
}

async function start() {
	await ensurePackages();
	const { data, home } = await ensureCluster();
	const server = (await reusable(data)) ?? (await launch(home, data));
	hold('postgres', () => signal(server, 'SIGINT'));
	const { port, password } = recall('postgres');
	return { host: '127.0.0.1', port, user: 'odoo', password };
}

/** A server that its last user is just leaving does not answer any more. @param {string} data */
async function reusable(data) {
	const server = runningServer(data);
	if (server === undefined || (await answers(recall('postgres').port))) return server;
	await stopProcess(server, { politely: 'SIGINT' });
}

/** @param {number} port */
function answers(port) {
	const question = [postgresProgram('pg_isready'), '-q', '-h', '127.0.0.1', '-p', String(port)];
	return run(question, { log: 'postgres-ready' }).then(
		() => true,
		() => false,
	);
}

/** @param {string} home @param {string} data */
async function launch(home, data) {
	const { password, port: former } = recall('postgres');
	const port =
		former !== undefined && (await isFree(former))
			? former
			: await choosePort(undefined, 'PostgreSQL');
	remember('postgres', { password, port });
	rmSync(join(data, 'postmaster.pid'), { force: true });
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const { pid } = await startServer({
		name: 'postgres',
		command: [postgresProgram('postgres'), '-D', data, '-p', String(port), ...options],
		env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: home },
		as: labUser(),
		cwd: home,
		keep: true,
		ready: () => answers(port),
	});
	return /** @type {import('./processes/identity.mjs').Identity} */ (identify(pid));
}
