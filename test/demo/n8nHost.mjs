// @ts-check
import { setTimeout as pause } from 'node:timers/promises';
import { activateWorkflow } from '../lab/n8n/activation.mjs';

/** @typedef {Awaited<ReturnType<typeof openHost>>} Host */
/** @typedef {import('./servers.mjs').N8n} N8n */

const credentialType = 'odooOrderToCashApi';
const conflict = 409;

/**
 * An n8n, the lab's own or anybody's, over its public API.
 * @param {N8n} n8n
 */
export async function openHost({ url, apiKey, rest }) {
	/** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
	const api = async (method, path, body) => {
		const response = await send(url, apiKey, method, path, body);
		const text = await response.text();
		if (response.status === 401) throw new Error(`n8n at ${url} refuses the API key.`);
		if (!response.ok)
			throw new Error(`n8n: ${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`, {
				cause: response.status,
			});
		return text === '' ? undefined : JSON.parse(text);
	};
	/** @param {string} path @param {Record<string, string>} [query] @returns {Promise<any[]>} */
	const list = async (path, query = {}) => {
		const { data, nextCursor } = await api(
			'GET',
			`${path}?${new URLSearchParams({ limit: '100', ...query })}`,
		);
		return nextCursor ? [...data, ...(await list(path, { ...query, cursor: nextCursor }))] : data;
	};
	await requirePackage(url, apiKey);
	return { url, api, list, rest };
}

/** @param {string} url @param {string} apiKey */
async function requirePackage(url, apiKey) {
	const response = await send(url, apiKey, 'GET', `/credentials/schema/${credentialType}`);
	if (response.status === 401) throw new Error(`n8n at ${url} refuses the API key.`);
	if (response.ok) return;
	throw new Error(
		`n8n at ${url} does not have this package. Install it there (see "Installation" in the README), then run this again.`,
	);
}

/** @param {string} url @param {string} apiKey @param {string} method @param {string} path @param {unknown} [body] */
async function send(url, apiKey, method, path, body) {
	const request = {
		method,
		headers: { 'content-type': 'application/json', 'x-n8n-api-key': apiKey },
		body: body === undefined ? undefined : JSON.stringify(body),
		signal: AbortSignal.timeout(120_000),
	};
	return await fetch(`${url}/api/v1${path}`, request).catch((cause) => {
		throw new Error(`n8n at ${url} does not answer.`, { cause });
	});
}

/**
 * Makes the credential anew, and tests it. One of that name from an earlier run goes.
 * @param {Host} host @param {string} name @param {Record<string, unknown>} data
 * @returns {Promise<{ id: string, name: string }>}
 */
export async function putCredential({ api, list }, name, data) {
	const former = (await list('/credentials')).filter(
		(credential) => credential.name === name && credential.type === credentialType,
	);
	for (const { id } of former) await api('DELETE', `/credentials/${id}`);
	const { id } = await api('POST', '/credentials', { name, type: credentialType, data });
	const { status, message } = await api('POST', `/credentials/${id}/test`);
	if (status !== 'OK') throw new Error(`n8n cannot use Odoo: ${message}`);
	return { id, name };
}

/**
 * Imports a workflow as a new one, and activates it: its triggers begin afresh. One of that name from an earlier run goes.
 * @param {Host} host @param {any} workflow @returns {Promise<string>} its id
 */
export async function putWorkflow(host, { name, nodes, connections, settings }) {
	const former = (await host.list('/workflows', { name })).filter(
		(workflow) => workflow.name === name,
	);
	for (const workflow of former) await removeWorkflow(host, workflow);
	const { id } = await host.api('POST', '/workflows', { name, nodes, connections, settings });
	await activate(host, id);
	return id;
}

/**
 * n8n refuses to delete a workflow while it still takes its triggers down.
 * @param {Host} host @param {{ id: string, active: boolean }} workflow
 */
async function removeWorkflow({ api }, { id, active }) {
	if (active) await api('POST', `/workflows/${id}/deactivate`);
	const deadline = Date.now() + 60_000;
	for (;;) {
		const refusal = await api('DELETE', `/workflows/${id}`).then(
			() => undefined,
			(error) => error,
		);
		if (refusal === undefined) return;
		if (refusal.cause !== conflict || Date.now() > deadline) throw refusal;
		await pause(300);
	}
}

/**
 * n8n says "active" before it tries the triggers. Only its own interface, open to a logged-in person, tells how that went.
 * @param {Host} host @param {string} id
 */
async function activate({ api, rest }, id) {
	if (rest) await activateWorkflow({ api, rest }, id);
	else await api('POST', `/workflows/${id}/activate`, {});
}
