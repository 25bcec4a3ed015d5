// @ts-check
import { until } from '../until.mjs';

/** @typedef {{ api: import('./session.mjs').Call, rest: import('./session.mjs').Call }} Calls */

/**
 * Activates a workflow, and waits until its triggers really are: n8n answers "active" before they are tried, and keeps saying so
 * when one of them fails.
 * @param {Calls} calls @param {string} id
 */
export async function activateWorkflow(calls, id) {
	await calls.api('POST', `/workflows/${id}/activate`, {});
	const { status, triggers } = await settled(
		calls,
		id,
		(now) => now !== 'in_progress' && now !== 'not_published',
	);
	if (status === 'published') return;
	const { name, nodes } = await calls.api('GET', `/workflows/${id}`);
	const reasons = triggers
		.filter((/** @type {any} */ trigger) => trigger.status === 'failed')
		.map((/** @type {any} */ { nodeId, errorMessage }) => {
			const node = nodes.find((/** @type {any} */ candidate) => candidate.id === nodeId);
			return `${node?.name ?? nodeId}: ${errorMessage}`;
		});
	throw new Error(`The workflow "${name}" was not activated. ${reasons.join(' ')}`);
}

/** @param {Calls} calls @param {string} id */
export async function deactivateWorkflow(calls, id) {
	await calls.api('POST', `/workflows/${id}/deactivate`, {});
	await settled(calls, id, (now) => now === 'not_published');
}

/**
 * @param {Calls} calls @param {string} id
 * @param {(status: string) => boolean} done
 */
async function settled({ rest }, id, done) {
	/** @type {unknown} */
	let last;
	const look = async () => {
		const { data } = await rest('GET', `/rest/workflows/${id}/publication-status`);
		last = data;
		return done(data.status) ? data : undefined;
	};
	const awaited = () => `n8n to settle the state of workflow ${id}: ${JSON.stringify(last)}`;
	return await until(awaited, look, { everyMs: 100 });
}
