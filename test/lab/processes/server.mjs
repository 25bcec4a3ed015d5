// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { ensureLabDir } from '../paths.mjs';
import { identify, isRunning, stopProcess } from './identity.mjs';
import { note } from './running.mjs';
import { tail } from '../shell.mjs';
import { until } from '../until.mjs';
import { tied } from './tied.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} name what people call it, and the name of its log
 * @property {string} [url] where it will answer; with it, "status" and "down" of another process know the server
 * @property {string} [database]
 * @property {readonly string[]} command
 * @property {NodeJS.ProcessEnv} env the whole environment
 * @property {{ uid: number, gid: number }} [as]
 * @property {string} [cwd]
 * @property {boolean} [keep] let it outlive this process
 * @property {boolean} [detached] keep the terminal's Ctrl-C away from it
 * @property {() => Promise<boolean>} ready
 * @property {number} [patienceSeconds]
 *
 * @typedef {import('./identity.mjs').Identity & { log: string, stop(): Promise<void>, kill(): Promise<void> }} Server
 */

/**
 * Starts a server and waits until it answers. It ends with this process unless it is kept.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer({
	name,
	url,
	database,
	command,
	env,
	as,
	cwd,
	keep = false,
	detached = keep,
	ready,
	patienceSeconds = 180,
}) {
	const log = join(ensureLabDir(), 'logs', `${name}.log`);
	const sink = openSync(log, 'a');
	const [program, ...args] = keep ? command : tied(command);
	const child = spawn(program, args, { cwd, env, ...as, detached, stdio: ['ignore', sink, sink] });
	closeSync(sink);
	const failure = new Promise((_, reject) => child.once('error', reject));
	failure.catch(() => {});
	const identity = child.pid === undefined ? undefined : identify(child.pid);
	if (identity === undefined)
		throw await failure.catch((error) => new Error(`${name} did not start: ${error.message}`));
	child.unref();
	// Noted before it is ready: whoever interrupts the start can still find it.
	if (url !== undefined) note({ ...identity, name, url, database, kept: keep });
	const server = {
		...identity,
		log,
		stop: () => stopProcess(identity),
		kill: () => stopProcess(identity, { politely: 'SIGKILL' }),
	};
	try {
		await untilReady(name, server, ready, patienceSeconds);
		return server;
	} catch (error) {
		await server.stop();
		throw error;
	}
}

/** @param {string} name @param {Server} server @param {() => Promise<boolean>} ready @param {number} seconds */
async function untilReady(name, server, ready, seconds) {
	const look = async () => {
		if (await ready().catch(() => false)) return true;
		if (!isRunning(server)) throw new Error(`${name} ended while it was starting.`);
	};
	await until(`${name} to answer`, look, { seconds, everyMs: 100 }).catch((cause) => {
		throw new Error(`${cause.message}\n${tail(server.log)}\nThe full log: ${server.log}`, {
			cause,
		});
	});
}
