// @ts-check
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readlinkSync,
	realpathSync,
	rmSync,
	statSync,
	symlinkSync,
} from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const labSource = dirname(fileURLToPath(import.meta.url));
export const repositoryRoot = resolve(labSource, '..', '..');

/** The folder that holds everything the lab makes. */
export function labDir() {
	return resolve(process.env.O2C_LAB_DIR ?? join(repositoryRoot, '.lab'));
}

/** Makes the folder if need be, and answers with its path. */
export function ensureLabDir() {
	const folder = labDir();
	// PostgreSQL refuses to run as root, and the ordinary user it runs as cannot pass through a folder such as /root.
	if (isRoot() && !exists(folder) && !openToAll(nearestExisting(folder))) linkToSharedPlace(folder);
	mkdirSync(folder, { recursive: true });
	// Whatever the umask says: the ordinary user has to pass.
	if (isRoot()) chmodSync(folder, 0o755);
	// Logs show requests and answers: nobody else reads them.
	mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
	if (isRoot() && !openToAll(folder)) {
		throw new Error(
			`${folder} lies below a folder that only root can enter, and PostgreSQL will not run as root.\n` +
				'Remove it ("node test/lab/lab.mjs reset"), or set O2C_LAB_DIR to a folder that everybody can enter.',
		);
	}
	// The link itself may lie where only root gets to, so it is never passed on.
	return realpathSync(folder);
}

/** Removes the folder, and with it the place it may be a link to. */
export function removeLabDir() {
	const folder = labDir();
	const target = linkTarget(folder);
	if (target !== undefined) rmSync(target, { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
}

export function isRoot() {
	return process.getuid?.() === 0;
}

/** @param {string} link */
function linkToSharedPlace(link) {
	const target = mkdtempSync('/var/tmp/o2c-lab-');
	chmodSync(target, 0o755);
	mkdirSync(dirname(link), { recursive: true });
	rmSync(link, { force: true });
	symlinkSync(target, link);
}

/** @param {string} path */
function linkTarget(path) {
	try {
		return resolve(dirname(path), readlinkSync(path));
	} catch {
		return undefined;
	}
}

/** @param {string} path */
function exists(path) {
	return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** @param {string} path @returns {string} */
function nearestExisting(path) {
	return exists(path) ? path : nearestExisting(dirname(path));
}

/** Whether any user may enter the folder; the link of a symbolic path is followed.
 * @param {string} path @returns {boolean} */
function openToAll(path) {
	const place = linkTarget(path) ?? path;
	const entered = (statSync(place).mode & 0o001) !== 0;
	return entered && (place === parse(place).root || openToAll(dirname(place)));
}
