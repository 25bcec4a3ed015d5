// @ts-check
import { join } from 'node:path';
import { ensureOdooSource } from './source.mjs';
import { labUser, labUserFolder } from '../user.mjs';
import { ensureLabDir } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';

/**
 * How Odoo is called, whichever of its commands: program, environment, user and folder.
 * @param {readonly string[]} args
 */
export async function odooCommand(args) {
	const postgres = await startPostgres();
	const source = await ensureOdooSource();
	const home = labUserFolder(join(ensureLabDir(), 'odoo', 'home'));
	// The python3 of the PATH may be another Python; Odoo's libraries are Debian's.
	const command = ['/usr/bin/python3', join(source, 'usr/bin/odoo'), ...args];
	return { command, env: environment(source, home, postgres), as: labUser(), cwd: home };
}

/** Odoo's folder for attachments and sessions. */
export function odooData() {
	return labUserFolder(join(ensureLabDir(), 'odoo', 'data'));
}

/**
 * Nothing of the person's own environment: an ODOO_RC or PGHOST of theirs would lead elsewhere.
 * @param {string} source @param {string} home @param {import('../postgres.mjs').PostgresAccess} postgres
 */
function environment(source, home, { host, port, user, password }) {
	return {
		PATH: '/usr/bin:/bin',
		LANG: 'C.UTF-8',
		HOME: home,
		PYTHONPATH: join(source, 'usr/lib/python3/dist-packages'),
		// The unpacked tree is not the lab user's to write in, and compiling it anew costs seconds at every start.
		PYTHONPYCACHEPREFIX: join(home, 'pycache'),
		PYTHONUNBUFFERED: '1',
		PGHOST: host,
		PGPORT: String(port),
		PGUSER: user,
		PGPASSWORD: password,
	};
}
