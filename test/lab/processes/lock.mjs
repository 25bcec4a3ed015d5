// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureLabDir } from '../paths.mjs';
import { say } from '../progress.mjs';

/**
 * Lets one process at a time do a piece of work, so that two runs may begin together. The kernel holds the lock through a child
 * that lives as long as our end of its pipe: a crash frees it, and there is no stale lock to clear.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
	const folder = join(ensureLabDir(), 'locks');
	mkdirSync(folder, { recursive: true });
	const holder = spawn('flock', [join(folder, name), 'sh', '-c', 'echo held; exec cat'], {
		stdio: ['pipe', 'pipe', 'ignore'],
	});
	const failed = once(holder, 'exit').then(() => {
		throw new Error(
			`The lock "${name}" in ${folder} could not be taken. Is the disk full, or does the folder belong to another user?`,
		);
	});
	failed.catch(() => {});
	const held = once(holder.stdout, 'data');
	const waited = await Promise.race([
		held.then(() => false),
		failed,
		pause(1000, true, { ref: false }),
	]);
	if (waited) say(`Waiting for another run of the lab that is using "${name}"`);
	await Promise.race([held, failed]);
	try {
		return await work();
	} finally {
		holder.stdin.end();
	}
}
