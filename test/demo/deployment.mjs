// @ts-check
import { activateWorkflow } from '../lab/n8n/activation.mjs';
import { until } from '../lab/until.mjs';
import { N8nError } from './n8nHost.mjs';

/** @typedef {import('./n8nHost.mjs').Host} Host */

const credentialType = 'odooOrderToCashApi';
const notFound = 404;
const notAllowed = 405;
const conflict = 409;

/** @param {Host} host @throws Error when the package is not installed there */
export async function requirePackage({ api, url }) {
	await api('GET', `/credentials/schema/${credentialType}`).catch((error) => {
		if (!(error instanceof N8nError) || error.status !== notFound) throw error;
		throw new Error(
			`n8n at ${url} does not have this package. Install it there (see "Install" in the README), then run this again.`,
		);
	});
}

/** Takes away what an earlier run left in n8n under that name. @param {Host} host @param {string} name */
export async function removeFormer(host, name) {
	const workflows = await host.list('/workflows', { name });
	for (const workflow of workflows)
		if (workflow.name === name) await removeWorkflow(host, workflow);
	const credentials = await unlessTooOld(host.list('/credentials'), []);
	for (const { id, name: called, type } of credentials) {
		if (called === name && type === credentialType) await host.api('DELETE', `/credentials/${id}`);
	}
}

/**
 * n8n refuses to delete a workflow while it still takes its triggers down.
 * @param {Host} host @param {{ id: string, active: boolean }} workflow
 */
async function removeWorkflow({ api }, { id, active }) {
	if (active) await api('POST', `/workflows/${id}/deactivate`);
	const remove = () =>
		api('DELETE', `/workflows/${id}`).then(
			() => true,
			(refusal) => (refusal.status === conflict ? false : Promise.reject(refusal)),
		);
	await until(`n8n to let workflow ${id} be deleted`, remove, { everyMs: 300 });
}

const untested = { status: 'OK', message: '' };

/**
 * The first n8n 2.x can neither list nor test credentials by their public API.
 * @template T
 * @param {Promise<T>} answer @param {T} instead
 */
const unlessTooOld = (answer, instead) =>
	answer.catch((error) => {
		const unknown = error instanceof N8nError && [notFound, notAllowed].includes(error.status);
		return unknown ? instead : Promise.reject(error);
	});

/**
 * Makes a credential, and tests it.
 * @param {Host} host @param {string} name @param {Record<string, unknown>} data
 * @returns {Promise<{ id: string, name: string }>}
 */
export async function createCredential({ api }, name, data) {
	const { id } = await api('POST', '/credentials', { name, type: credentialType, data });
	const { status, message } = await unlessTooOld(api('POST', `/credentials/${id}/test`), untested);
	if (status !== 'OK') throw new Error(`n8n cannot use Odoo: ${message}`);
	return { id, name };
}

/**
 * Imports a workflow and activates it. n8n says "active" before it tries the triggers: only its own interface, open to a logged-in
 * person, tells how that went.
 * @param {Host} host @param {any} workflow @returns {Promise<string>} its id
 */
export async function startWorkflow({ api, rest }, workflow) {
	const { id } = await api('POST', '/workflows', workflow);
	if (rest) await activateWorkflow({ api, rest }, id);
	else await api('POST', `/workflows/${id}/activate`, {});
	return id;
}
