// @ts-check
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureLabDir } from '../paths.mjs';
import { isRunning } from './identity.mjs';

/** @typedef {import('./identity.mjs').Identity & { name: string, url: string, kept: boolean, database?: string }} RunningServer */

/** Notes a server, so that "status" and "down" of another process find it. @param {RunningServer} server */
export function note(server) {
	writeFileSync(join(folder(), `${server.pid}.json`), JSON.stringify(server));
}

/** The servers of the lab that run now, except PostgreSQL. @returns {RunningServer[]} */
export function runningServers() {
	return readdirSync(folder()).flatMap((entry) => {
		const file = join(folder(), entry);
		const server = read(file);
		if (server !== undefined && isRunning(server)) return [server];
		rmSync(file, { force: true });
		return [];
	});
}

/** @param {string} file @returns {RunningServer | undefined} */
function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

function folder() {
	const path = join(ensureLabDir(), 'running');
	mkdirSync(path, { recursive: true });
	return path;
}
