// @ts-check
import { readFileSync } from 'node:fs';
import { inTime, until } from '../until.mjs';

/**
 * A process id alone may be given to another process later; with its start time it names one process for ever.
 * @typedef {{ pid: number, started: string }} Identity
 */

/** @param {number} pid @returns {Identity | undefined} undefined when there is no such process any more */
export function identify(pid) {
	try {
		// The name in parentheses may hold spaces, so fields are counted after it.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
		const [state] = fields;
		return state === 'Z' ? undefined : { pid, started: fields[19] };
	} catch {
		return undefined;
	}
}

/** @param {Identity} process */
export function isRunning({ pid, started }) {
	return identify(pid)?.started === started;
}

/** Sends a signal, unless the process is gone. @param {Identity} target @param {NodeJS.Signals} name */
export function signal(target, name) {
	try {
		if (isRunning(target)) process.kill(target.pid, name);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
	}
}

/**
 * Asks a process to end, waits for it, and ends it the hard way when it does not.
 * @param {Identity} target
 * @param {{ politely?: NodeJS.Signals, graceSeconds?: number }} [options]
 */
export async function stopProcess(target, { politely = 'SIGTERM', graceSeconds = 20 } = {}) {
	signal(target, politely);
	const hasEnded = () => !isRunning(target);
	if (await inTime(hasEnded, { seconds: graceSeconds, everyMs: 50 })) return;
	signal(target, 'SIGKILL');
	await until(`process ${target.pid} to be gone after SIGKILL`, hasEnded, { everyMs: 50 });
}
