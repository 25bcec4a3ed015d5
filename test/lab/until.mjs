// @ts-check
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {{ seconds?: number, everyMs?: number }} Patience */

/**
 * Looks again and again until the answer is truthy, and returns it.
 * @template T
 * @param {string | (() => string)} awaited what it waits for, as in "Waited 60 s for …"
 * @param {() => T | Promise<T>} look
 * @param {Patience} [patience]
 * @returns {Promise<NonNullable<T>>}
 * @throws Error that names what did not come
 */
export async function until(awaited, look, { seconds = 60, everyMs = 200 } = {}) {
	const answer = await inTime(look, { seconds, everyMs });
	if (answer) return answer;
	const what = typeof awaited === 'string' ? awaited : awaited();
	throw new Error(`Waited ${seconds} s for ${what}.`);
}

/**
 * The same for callers that know what to do when it does not come.
 * @template T
 * @param {() => T | Promise<T>} look
 * @param {Patience} [patience]
 * @returns {Promise<NonNullable<T> | undefined>} undefined after the deadline
 */
export async function inTime(look, { seconds = 60, everyMs = 200 } = {}) {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const answer = await look();
		if (answer) return answer;
		if (Date.now() > deadline) return undefined;
		await pause(everyMs);
	}
}
