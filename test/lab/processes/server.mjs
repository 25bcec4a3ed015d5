// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { whenLeaving } from './leaving.mjs';
import { ensureLabDir } from '../paths.mjs';
import { identify, isRunning, signal, stopProcess } from './identity.mjs';
import { tail } from '../shell.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} name what people call it, and the name of its log
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
	// The kernel passes a signal on even when this process is killed outright and can end nothing itself.
	const tied = keep ? [] : ['setpriv', '--pdeathsig', 'TERM', '--'];
	const [program, ...args] = [...tied, ...command];
	const child = spawn(program, args, { cwd, env, ...as, detached, stdio: ['ignore', sink, sink] });
	closeSync(sink);
	const failure = new Promise((_, reject) => child.once('error', reject));
	failure.catch(() => {});
	const identity = child.pid === undefined ? undefined : identify(child.pid);
	if (identity === undefined)
		throw await failure.catch((error) => new Error(`${name} did not start: ${error.message}`));
	child.unref();
	const forget = keep ? () => {} : whenLeaving(() => signal(identity, 'SIGTERM'));
	/** @param {NodeJS.Signals} how */
	const end = (how) => stopProcess(identity, { politely: how }).finally(forget);
	const server = { ...identity, log, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
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
	const deadline = Date.now() + seconds * 1000;
	while (!(await ready().catch(() => false))) {
		if (!isRunning(server))
			throw new Error(
				`${name} ended while it was starting.\n${tail(server.log)}\nThe whole log: ${server.log}`,
			);
		if (Date.now() > deadline)
			throw new Error(
				`${name} did not answer within ${seconds} s.\n${tail(server.log)}\nThe whole log: ${server.log}`,
			);
		await pause(100);
	}
}
