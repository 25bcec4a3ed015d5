// @ts-check
/** @typedef {ReturnType<typeof openHost>} Host */
/** @typedef {import('./servers.mjs').N8n} N8n */

/** n8n's refusal, by its HTTP status. */
export class N8nError extends Error {
	/** @param {number} status @param {string} message */
	constructor(status, message) {
		super(message);
		this.status = status;
	}
}

/**
 * An n8n, the lab's own or anybody's, over its public API.
 * @param {N8n} n8n
 */
export function openHost({ url, apiKey, rest }) {
	/** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
	const api = async (method, path, body) => {
		const response = await send(`${url}/api/v1${path}`, apiKey, method, body).catch((cause) => {
			throw new Error(`n8n at ${url} does not answer.`, { cause });
		});
		const text = await response.text();
		if (response.status === 401) throw new N8nError(401, `n8n at ${url} refuses the API key.`);
		if (!response.ok)
			throw new N8nError(
				response.status,
				`n8n: ${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`,
			);
		return text === '' ? undefined : JSON.parse(text);
	};
	/** All pages. @param {string} path @param {Record<string, string>} [query] @returns {Promise<any[]>} */
	const list = async (path, query = {}) => {
		const { data, nextCursor } = await api(
			'GET',
			`${path}?${new URLSearchParams({ limit: '100', ...query })}`,
		);
		return nextCursor ? [...data, ...(await list(path, { ...query, cursor: nextCursor }))] : data;
	};
	return { url, api, list, rest };
}

/** @param {string} url @param {string} apiKey @param {string} method @param {unknown} body */
function send(url, apiKey, method, body) {
	return fetch(url, {
		method,
		headers: { 'content-type': 'application/json', 'x-n8n-api-key': apiKey },
		body: body === undefined ? undefined : JSON.stringify(body),
		signal: AbortSignal.timeout(120_000),
	});
}
