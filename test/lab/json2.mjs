// @ts-check

/**
 * One JSON-2 call, the barest client there is: the lab proves its servers with it, not the package's own client.
 * @param {{ url: string, database: string, key: string }} access
 * @param {string} model
 * @param {string} method
 * @param {Record<string, unknown>} [body] named parameters, with "ids" and "context" among them
 * @returns {Promise<any>}
 */
export async function json2({ url, database, key }, model, method, body = {}) {
	const response = await fetch(`${url}/json/2/${model}/${method}`, {
		method: 'POST',
		headers: {
			authorization: `bearer ${key}`,
			'content-type': 'application/json',
			'x-odoo-database': database,
		},
		body: JSON.stringify(body),
	});
	const text = await response.text();
	if (response.ok) return JSON.parse(text);
	throw new Error(`${model}.${method} on ${url}: HTTP ${response.status} ${reason(text)}`);
}

/** Odoo's message without its traceback. @param {string} text */
function reason(text) {
	try {
		const { name, message } = JSON.parse(text);
		return `${name}: ${message}`;
	} catch {
		return text.slice(0, 300);
	}
}
