// @ts-check
/** @type {(() => Promise<void>)[]} */
const tasks = [];

/** Has something done when all tests are over: what a global setup returns, jest does not call. @param {() => Promise<void>} task */
export const atEnd = (task) => void tasks.push(task);

/** jest's global teardown. */
export default async function globalTeardown() {
	for (const task of tasks.splice(0)) await task();
}
