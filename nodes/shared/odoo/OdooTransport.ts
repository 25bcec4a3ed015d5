/**
 * The port between the nodes and Odoo. Everything above it speaks in models, methods and named arguments;
 * everything below it knows JSON-2 (Odoo 19 and later) and JSON-RPC (Odoo 14 to 18).
 */

export type Json =
	| string
	| number
	| boolean
	| null
	| readonly Json[]
	| { readonly [key: string]: Json };

/** Odoo's context. Sent with every call on purpose: an omitted one means "all companies, English terms, no time zone". */
export type OdooContext = { readonly [key: string]: Json };

export interface OdooCall {
	/** Record ids for a method on records; leave out for a method on the model (`search_read`, `create`, `load`). */
	readonly ids?: readonly number[];
	/** Arguments by name. Positional arguments do not exist in JSON-2. */
	readonly args?: { readonly [name: string]: Json };
	readonly context?: OdooContext;
}

export interface OdooTransport {
	/** Odoo's major version, 14 to 20. Costs one call the first time when it has to be asked. */
	version(): Promise<number>;
	/** The user who logged in; null over JSON-2, which has no log-in. */
	userId(): Promise<number | null>;
	/**
	 * Calls one method once: no retry here.
	 * @throws OdooError, always; never the host's own error.
	 */
	call(model: string, method: string, call?: OdooCall): Promise<unknown>;
}

/** What the two transports share: one HTTP exchange with Odoo's address and the credential already applied. */
export interface HttpExchange {
	/**
	 * Resolves for every HTTP status, within one deadline from the first byte sent to the last byte read.
	 * @throws OdooError of kind `unreachable` or `misconfigured` when it is proved that nothing was sent, else of kind
	 * `outcomeUnknown`
	 */
	(request: HttpRequest): Promise<HttpReply>;
}

export interface HttpRequest {
	/** What is called, for messages: `sale.order.action_confirm`. */
	readonly call: string;
	readonly method: 'GET' | 'POST';
	/** Path below Odoo's base URL, with a leading slash. */
	readonly path: string;
	readonly headers?: { readonly [name: string]: string };
	readonly body?: Json;
}

export interface HttpReply {
	readonly status: number;
	/** Parsed JSON; undefined when what came is not JSON, as when it was cut off or a proxy answered. */
	readonly body: unknown;
	/** The beginning of what came, as it came. */
	readonly text: string;
	/** The header `Retry-After`. */
	readonly retryAfter?: string;
}

export type ApiVersion = 'auto' | 'json2' | 'jsonRpc';

export interface OdooConnection {
	readonly database: string;
	readonly apiVersion: ApiVersion;
	/** Login name; only JSON-RPC needs it. */
	readonly userName?: string;
}
