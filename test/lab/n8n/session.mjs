// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ email: string, password: string, cookie: string, apiKey: string }} Access */
/** @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Call */

/**
 * Lets the lab into an n8n: makes the owner of a fresh one, logs in to a known one. What opens it is kept in n8n's own folder,
 * so that the folder can be moved or thrown away as one.
 * @param {{ url: string, userFolder: string }} n8n
 * @returns {Promise<{ rest: Call, api: Call, access: Access }>} the editor's own interface, and the public one
 */
export async function openSession({ url, userFolder }) {
	const file = join(userFolder, 'lab-access.json');
	/** @type {Access} */
	const access = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : newAccess();
	const save = () => writeFileSync(file, JSON.stringify(access), { mode: 0o600 });

	/** @type {Call} */
	const rest = async (method, path, body) => {
		const response = await send(url, method, path, body, {
			cookie: access.cookie,
			'browser-id': 'lab',
		});
		if (response.status === 401 && path !== '/rest/login') {
			await logIn();
			return rest(method, path, body);
		}
		const cookies = response.headers.getSetCookie();
		if (cookies.length > 0)
			access.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
		return answer(response, method, path);
	};
	const logIn = async () => {
		await rest('POST', '/rest/login', {
			emailOrLdapLoginId: access.email,
			password: access.password,
		});
		save();
	};
	/** @type {Call} */
	const api = async (method, path, body) =>
		answer(
			await send(url, method, `/api/v1${path}`, body, { 'x-n8n-api-key': access.apiKey }),
			method,
			path,
		);

	if (access.apiKey === '') {
		// Saved before n8n knows it: an owner whose password is lost would lock the lab out.
		save();
		const owner = {
			email: access.email,
			password: access.password,
			firstName: 'Lab',
			lastName: 'Owner',
		};
		const { data } = await rest('GET', '/rest/settings');
		await (data.userManagement.showSetupOnFirstLoad
			? rest('POST', '/rest/owner/setup', owner)
			: logIn());
		access.apiKey = await newApiKey(rest);
		save();
	}
	return { rest, api, access };
}

/** @param {Call} rest */
async function newApiKey(rest) {
	const scopes = (await rest('GET', '/rest/api-keys/scopes')).data;
	return (
		await rest('POST', '/rest/api-keys', { label: `lab ${Date.now()}`, scopes, expiresAt: null })
	).data.rawApiKey;
}

/** @returns {Access} */
function newAccess() {
	// n8n wants a capital letter and a digit.
	return {
		email: 'owner@example.com',
		password: `Lab1${randomBytes(12).toString('hex')}`,
		cookie: '',
		apiKey: '',
	};
}

/** @param {string} url @param {string} method @param {string} path @param {unknown} body @param {Record<string, string>} headers */
function send(url, method, path, body, headers) {
	return fetch(url + path, {
		method,
		headers: { 'content-type': 'application/json', ...headers },
		body: body === undefined ? undefined : JSON.stringify(body),
		signal: AbortSignal.timeout(120_000),
	});
}

/** @param {Response} response @param {string} method @param {string} path */
async function answer(response, method, path) {
	const text = await response.text();
	if (!response.ok)
		throw new Error(`n8n: ${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
	return text === '' ? undefined : JSON.parse(text);
}
