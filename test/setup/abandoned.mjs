// @ts-check
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dropDatabase, sql } from '../lab/odoo.mjs';
import { ensureLabDir } from '../lab/paths.mjs';

/** A name that ends in the id of a process which is gone. @param {string} name @param {string} prefix */
const isAbandoned = (name, prefix) =>
	new RegExp(`^${prefix}\\d+$`).test(name) && !existsSync(`/proc/${name.slice(prefix.length)}`);

/** Drops the databases of test runs that were killed before they could do so. @param {string} prefix before the process id */
export async function dropAbandonedDatabases(prefix) {
	const databases = await sql('postgres', 'SELECT datname AS name FROM pg_database');
	for (const { name } of databases) if (isAbandoned(name, prefix)) await dropDatabase(name);
}

/** The same for folders of the lab. @param {string} prefix before the process id */
export function removeAbandonedFolders(prefix) {
	const lab = ensureLabDir();
	for (const name of readdirSync(lab))
		if (isAbandoned(name, prefix)) rmSync(join(lab, name), { recursive: true, force: true });
}
