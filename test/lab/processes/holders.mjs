// @ts-check
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whenLeaving } from './leaving.mjs';
import { ensureLabDir } from '../paths.mjs';
import { identify, isRunning } from './identity.mjs';

/** Stands for a person who asked that a server stay up until told otherwise. */
const person = 'person';

/**
 * Several runs share one server: whoever leaves last ends it.
 * @param {string} name
 * @param {() => void} end called when this process leaves and nobody else holds the server
 */
export function hold(name, end) {
	const mine = join(folderOf(name), String(process.pid));
	writeFileSync(mine, JSON.stringify(identify(process.pid)));
	return whenLeaving(() => {
		rmSync(mine, { force: true });
		if (holders(name).length === 0) end();
	});
}

/** Keeps the server until `dismiss`. @param {string} name */
export function keepForPerson(name) {
	writeFileSync(join(folderOf(name), person), '');
}

/** @param {string} name */
export function dismiss(name) {
	rmSync(join(folderOf(name), person), { force: true });
	rmSync(join(folderOf(name), String(process.pid)), { force: true });
}

/** Who holds the server now: process ids, or "person". @param {string} name */
export function holders(name) {
	const folder = folderOf(name);
	return readdirSync(folder).filter((entry) => entry === person || lives(join(folder, entry)));
}

/** A holder that was killed could not sign off. @param {string} file */
function lives(file) {
	try {
		if (isRunning(JSON.parse(readFileSync(file, 'utf8')))) return true;
	} catch {}
	rmSync(file, { force: true });
	return false;
}

/** @param {string} name */
function folderOf(name) {
	const folder = join(ensureLabDir(), 'holders', name);
	mkdirSync(folder, { recursive: true });
	return folder;
}
