// @ts-check
import { N8nError } from './n8nHost.mjs';

/** @typedef {import('./n8nHost.mjs').Host} Host */

const badRequest = 400;
const ended = new Set(['success', 'error', 'crashed', 'canceled']);

/**
 * Follows a workflow in n8n.
 * @param {Host} host @param {string} workflowId
 * @returns what has gone through so far, at each call: orders by the name of the trigger that brought them
 */
export function followExecutions({ api, list, url }, workflowId) {
	/** @type {Set<string>} */
	const read = new Set();
	/** @type {Map<string, Set<number>>} */
	const passed = new Map();

	/** @param {string} id */
	const add = async (id) => {
		const { status, data } = await readExecution(api, id);
		if (status !== 'success')
			throw new Error(
				`The workflow failed in n8n: ${reasonOf(data)}\nSee ${url}/workflow/${workflowId}/executions/${id}`,
			);
		for (const [name, orderIds] of broughtBy(data))
			passed.set(name, new Set([...(passed.get(name) ?? []), ...orderIds]));
		read.add(id);
	};

	return async () => {
		const executions = await list('/executions', { workflowId });
		for (const { id, status } of executions) if (ended.has(status) && !read.has(id)) await add(id);
		return { passed, running: executions.filter(({ status }) => !ended.has(status)).length };
	};
}

/** The first n8n 2.x leave out no data for its size, and refuse to be asked about it. @param {Host['api']} api @param {string} id */
const readExecution = (api, id) => {
	const path = `/executions/${id}?includeData=true`;
	return api('GET', `${path}&ignoreDataSizeLimit=true`).catch((error) => {
		if (error instanceof N8nError && error.status === badRequest) return api('GET', path);
		throw error;
	});
};

/** The order ids a trigger put out; a trigger is the node that nothing ran before. @param {any} data @returns {[string, number[]][]} */
function broughtBy(data) {
	return Object.entries(data.resultData.runData)
		.filter(([, [run]]) => run.source.length === 0)
		.map(([name, [run]]) => [
			name,
			(run.data?.main?.[0] ?? []).flatMap((/** @type {any} */ { json }) => json.order?.id ?? []),
		]);
}

/** @param {any} data */
function reasonOf(data) {
	const { error, lastNodeExecuted } = data?.resultData ?? {};
	return `${lastNodeExecuted ?? 'before its first node'}: ${error?.message ?? 'no reason given'}${error?.description ? ` (${error.description})` : ''}`;
}
