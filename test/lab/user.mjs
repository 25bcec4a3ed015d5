// @ts-check
import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { isRoot } from './paths.mjs';

/**
 * Who runs PostgreSQL and Odoo: the person who calls, or, when that is root, the system user of Debian's PostgreSQL package.
 * @returns {{ uid: number, gid: number } | undefined} undefined means: no change of user
 */
export function labUser() {
	if (!isRoot()) return undefined;
	try {
		const [, , uid, gid] = execFileSync('getent', ['passwd', 'postgres'], { encoding: 'utf8' })
			.split(':')
			.map(Number);
		return { uid, gid };
	} catch (cause) {
		throw new Error(
			'There is no user "postgres" on this machine. Debian\'s package postgresql-common creates it.',
			{ cause },
		);
	}
}

/** A folder the lab's user may write in. @param {string} folder */
export function labUserFolder(folder) {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const user = labUser();
	if (user !== undefined) chownSync(folder, user.uid, user.gid);
	if (statSync(folder).uid !== (user?.uid ?? process.getuid?.())) {
		throw new Error(
			`${folder} belongs to another user: somebody else created this lab. Set O2C_LAB_DIR to a folder of your own.`,
		);
	}
	return folder;
}
