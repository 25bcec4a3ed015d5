// @ts-check
// Goes to stderr: stdout stays clean for what a command answers (JSON, a url).

/** @param {string} text */
export function say(text) {
	process.stderr.write(`[lab] ${text}\n`);
}

/**
 * Announces a slow step when it begins, and how long it took when it is done.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
	const began = Date.now();
	const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
	say(`${label} ...`);
	try {
		const result = await work();
		say(`${label}: done in ${seconds()}`);
		return result;
	} catch (error) {
		say(`${label}: failed after ${seconds()}`);
		throw error;
	}
}
