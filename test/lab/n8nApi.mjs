// @ts-check
import { activateWorkflow, deactivateWorkflow } from './n8n/activation.mjs';
import { openSession } from './n8n/session.mjs';

/** @typedef {{ id: string, name: string, type: string }} Credential */
/** @typedef {Awaited<ReturnType<typeof openN8n>>} N8nApi */

/**
 * What tests do with a running n8n, over its own HTTP interfaces.
 * @param {{ url: string, userFolder: string }} n8n
 */
export async function openN8n(n8n) {
	const { rest, api, access } = await openSession(n8n);

	/** All pages of a list. @param {string} path @param {Record<string, string>} [query] @returns {Promise<any[]>} */
	const list = async (path, query = {}) => {
		const { data, nextCursor } = await api(
			'GET',
			`${path}?${new URLSearchParams({ limit: '100', ...query })}`,
		);
		return nextCursor ? [...data, ...(await list(path, { ...query, cursor: nextCursor }))] : data;
	};

	return {
		...n8n,
		apiKey: access.apiKey,
		rest,
		api,
		/** @param {string} type @param {Record<string, unknown>} data @returns {Promise<Credential>} */
		createCredential: (type, data, name = `Lab ${type}`) =>
			api('POST', '/credentials', { name, type, data }),
		/** @param {string} id @returns {Promise<{ status: 'OK' | 'Error', message: string }>} */
		testCredential: (id) => api('POST', `/credentials/${id}/test`),
		/** @returns {Promise<Credential[]>} */
		listCredentials: () => list('/credentials'),
		/**
		 * Takes a workflow as the editor exports it.
		 * @param {any} workflow
		 * @returns {Promise<{ id: string, name: string, nodes: any[], active: boolean }>}
		 */
		importWorkflow: async (workflow) =>
			api('POST', '/workflows', bindCredentials(writable(workflow), await list('/credentials'))),
		/** @param {string} id */
		activate: (id) => activateWorkflow({ api, rest }, id),
		/** @param {string} id */
		deactivate: (id) => deactivateWorkflow({ api, rest }, id),
		/** @param {string} id */
		deleteWorkflow: async (id) => {
			// n8n keeps what is active.
			if ((await api('GET', `/workflows/${id}`)).active)
				await deactivateWorkflow({ api, rest }, id);
			await api('DELETE', `/workflows/${id}`);
		},
		/** @returns {Promise<any[]>} */
		listWorkflows: () => list('/workflows'),
		/** Newest first. @param {{ workflowId?: string, includeData?: boolean, status?: string }} [filter] */
		executions: ({ workflowId, includeData = false, status } = {}) =>
			list('/executions', {
				includeData: String(includeData),
				...(workflowId && { workflowId }),
				...(status && { status }),
			}),
	};
}

/** The public interface refuses what it calls read-only, and an export is full of it. @param {any} workflow */
function writable({ name, nodes, connections, settings = {}, staticData, pinData }) {
	return {
		name,
		nodes,
		connections,
		settings,
		...(staticData && { staticData }),
		...(pinData && { pinData }),
	};
}

/**
 * A workflow names credentials by the ids of the n8n it came from. Here the newest one of the same type stands in.
 * @param {any} workflow @param {Credential[]} credentials
 */
function bindCredentials(workflow, credentials) {
	const byType = new Map(credentials.map((credential) => [credential.type, credential]));
	const bind = (/** @type {any} */ node) => {
		const bound = Object.entries(node.credentials ?? {}).map(([type, former]) => {
			const { id, name } = byType.get(type) ?? former;
			return [type, { id, name }];
		});
		return node.credentials === undefined
			? node
			: { ...node, credentials: Object.fromEntries(bound) };
	};
	return { ...workflow, nodes: workflow.nodes.map(bind) };
}
