// @ts-check
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureLabDir } from './paths.mjs';

/**
 * What the lab remembers between runs, as JSON below .lab. It holds passwords, so nobody else may read it.
 * @param {string} name
 * @returns {any} undefined when nothing is remembered
 */
export function recall(name) {
	try {
		return JSON.parse(readFileSync(file(name), 'utf8'));
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
		throw new Error(`${file(name)} cannot be read. "node test/lab/lab.mjs reset" starts afresh.`, {
			cause: error,
		});
	}
}

/**
 * Renamed into place, so that an interrupted write leaves the former state.
 * @template T
 * @param {string} name
 * @param {T} value
 * @returns {T}
 */
export function remember(name, value) {
	const draft = `${file(name)}.${process.pid}`;
	writeFileSync(draft, `${JSON.stringify(value, null, '\t')}\n`, { mode: 0o600 });
	renameSync(draft, file(name));
	return value;
}

/** @param {string} name */
function file(name) {
	return join(ensureLabDir(), `${name}.json`);
}
