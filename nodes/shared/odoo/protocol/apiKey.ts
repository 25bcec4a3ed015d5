/** Stands where the API key belongs in a request; `applyApiKey` replaces it, so that no node ever holds the key. */
export const API_KEY_PLACEHOLDER = '__odoo_api_key__';

interface Keyless {
	readonly headers?: { readonly [name: string]: unknown };
	readonly body?: unknown;
}

/** The request with the key where its protocol wants it: a header for JSON-2, an argument for JSON-RPC. */
export const applyApiKey = <Request extends Keyless>(
	request: Request,
	apiKey: string,
): Request => ({
	...request,
	headers: { ...request.headers, Authorization: `bearer ${apiKey}` },
	body: withKey(request.body, apiKey),
});

const withKey = (value: unknown, apiKey: string): unknown => {
	if (typeof value !== 'object' || value === null || !('params' in value)) return value;
	const { params } = value;
	if (
		typeof params !== 'object' ||
		params === null ||
		!('args' in params) ||
		!Array.isArray(params.args)
	)
		return value;
	const args = params.args.map((arg: unknown) => (arg === API_KEY_PLACEHOLDER ? apiKey : arg));
	return { ...value, params: { ...params, args } };
};
