// @ts-check
import { randomBytes } from 'node:crypto';
import {
	chownSync,
	existsSync,
	readFileSync,
	readdirSync,
	readlinkSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { labUser, labUserFolder } from './user.mjs';
import { ensureLabDir, labDir } from './paths.mjs';
import { identify } from './processes/identity.mjs';
import { step } from './progress.mjs';
import { run } from './shell.mjs';
import { recall, remember } from './state.mjs';

/** The newest PostgreSQL Debian has put on this machine; a program of the same name earlier on the PATH may be another one.
 * @param {'initdb' | 'postgres' | 'psql' | 'pg_isready'} program */
export function postgresProgram(program) {
	const root = '/usr/lib/postgresql';
	const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
	const path = versions.map((version) => join(root, version, 'bin', program)).find(existsSync);
	if (path === undefined)
		throw new Error(
			`There is no ${program} below ${root}: Debian's package "postgresql" provides it.`,
		);
	return path;
}

/** Makes the private cluster once. */
export async function ensureCluster() {
	const home = labUserFolder(join(ensureLabDir(), 'postgres'));
	const data = join(home, 'data');
	if (!existsSync(data)) await step('Creating a private PostgreSQL', () => makeCluster(home, data));
	refuseOtherVersion(data);
	return { home, data, ...recall('postgres') };
}

/** The cluster's server, if it runs. @param {string} data */
export function runningServer(data) {
	const file = join(data, 'postmaster.pid');
	const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
	const identity = Number.isNaN(pid) ? undefined : identify(pid);
	// After a crash the number in the file may be another program's by now; PostgreSQL works inside its data folder.
	return identity !== undefined && workingFolder(pid) === realpathSync(data) ? identity : undefined;
}

/** The server of the cluster as it is now, without making anything. */
export function runningCluster() {
	const server = runningServer(join(labDir(), 'postgres', 'data'));
	return server && { ...server, port: recall('postgres').port };
}

/** @param {string} home @param {string} data */
async function makeCluster(home, data) {
	const { password } = remember('postgres', { password: randomBytes(16).toString('hex') });
	const draft = `${data}.draft`;
	const passwordFile = join(home, 'password');
	rmSync(draft, { recursive: true, force: true });
	writeFileSync(passwordFile, password, { mode: 0o600 });
	const user = labUser();
	if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
	try {
		const settings = [
			'--username=odoo',
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--locale=C.UTF-8',
			'--no-sync',
		];
		await run(
			[postgresProgram('initdb'), `--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...settings],
			{ log: 'postgres', as: user, cwd: home },
		);
		renameSync(draft, data);
	} finally {
		rmSync(passwordFile, { force: true });
	}
}

/** @param {string} data */
function refuseOtherVersion(data) {
	const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
	if (postgresProgram('postgres').includes(`/${made}/`)) return;
	throw new Error(
		`The lab's databases were created by PostgreSQL ${made}, which is no longer the newest version here. Run: node test/lab/lab.mjs reset`,
	);
}

/** @param {number} pid */
function workingFolder(pid) {
	try {
		return readlinkSync(`/proc/${pid}/cwd`);
	} catch {
		return undefined;
	}
}
