// @ts-check
/** @type {Set<() => void>} */
const tasks = new Set();

/**
 * Runs a synchronous task when this process ends: by itself, by an error nobody caught, by Ctrl-C or by a request to end.
 * @param {() => void} task
 * @returns {() => void} call it when the task is no longer needed
 */
export function whenLeaving(task) {
	if (tasks.size === 0) listen();
	tasks.add(task);
	return () => tasks.delete(task);
}

let listening = false;

function listen() {
	if (listening) return;
	listening = true;
	process.on('exit', leave);
	for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.once(name, () => {
			leave();
			// A listener takes the signal's effect away; give it back unless somebody else handles it.
			if (process.listenerCount(name) === 0) process.kill(process.pid, name);
		});
	}
}

function leave() {
	for (const task of tasks) {
		tasks.delete(task);
		try {
			task();
		} catch (error) {
			console.error(error);
		}
	}
}
