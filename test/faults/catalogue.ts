import type { OdooFailureKind } from '../../nodes/shared/odoo/errors';

export type Protocol = 'json2' | 'jsonRpc';

/** Odoo did nothing of the call, or all of it, when the line fails. */
export type Moment = 'before' | 'after';

/** What comes instead of an answer. */
export type Played =
	/** Nothing at all; as Node tells it. */
	| { readonly kind: 'broken'; readonly code: string; readonly systemCall?: string }
	| {
			readonly kind: 'reply';
			readonly status: number;
			readonly text: string;
			readonly retryAfter?: string;
	  };

interface Classes {
	readonly read: OdooFailureKind;
	readonly write: OdooFailureKind;
}

export interface Fault {
	readonly name: string;
	readonly moments: readonly Moment[];
	readonly plays: { readonly [P in Protocol]: Played };
	readonly classes: { readonly [P in Protocol]: Classes };
	/**
	 * Only an answer that looks like Odoo's own: nothing tells it from a real one but what Odoo holds afterwards, so it
	 * is played for writes only.
	 */
	readonly looksRight?: true;
	/** Odoo's own no, which it never says when it is asked for its version. */
	readonly isRefusal?: true;
}

const BEFORE: readonly Moment[] = ['before'];
const EITHER: readonly Moment[] = ['before', 'after'];

const IN_DOUBT: Classes = { read: 'unreachable', write: 'outcomeUnknown' };
const always = (kind: OdooFailureKind): Classes => ({ read: kind, write: kind });

const both = <T>(value: T): { readonly [P in Protocol]: T } => ({ json2: value, jsonRpc: value });

const fault = (
	name: string,
	moments: readonly Moment[],
	plays: Played,
	classes: Classes,
): Fault => ({ name, moments, plays: both(plays), classes: both(classes) });

const broken = (
	name: string,
	moments: readonly Moment[],
	classes: Classes,
	code: string,
	systemCall?: string,
): Fault =>
	fault(name, moments, { kind: 'broken', code, ...(systemCall ? { systemCall } : {}) }, classes);

const reply = (status: number, text: string, retryAfter?: string): Played => ({
	kind: 'reply',
	status,
	text,
	...(retryAfter ? { retryAfter } : {}),
});

const page = (title: string, body = ''): string =>
	`<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;

const said = (name: string, message: string): string =>
	JSON.stringify({
		name,
		message,
		arguments: [message],
		context: {},
		debug: 'Traceback (most recent call last):\n  File "odoo/http.py", line 1',
	});

const rpcError = (name: string, message: string): Played =>
	reply(
		200,
		JSON.stringify({
			jsonrpc: '2.0',
			id: 1,
			error: {
				code: 200,
				message: 'Odoo Server Error',
				data: {
					name,
					message,
					arguments: [message],
					debug: 'Traceback (most recent call last):\n  File "odoo/http.py", line 1',
				},
			},
		}),
	);

/** What Odoo itself refuses: with a status over JSON-2, inside a 200 over JSON-RPC. */
const refusal = (
	name: string,
	status: number,
	exception: string,
	message: string,
	classes: Classes,
): Fault => ({
	name,
	moments: BEFORE,
	plays: { json2: reply(status, said(exception, message)), jsonRpc: rpcError(exception, message) },
	classes: both(classes),
	isRefusal: true,
});

const WINDOW = {
	type: 'ir.actions.act_window',
	name: 'Confirm the quantities?',
	res_model: 'a.question',
	target: 'new',
};
const YES = true;

const result = (value: unknown): { readonly [P in Protocol]: Played } => ({
	json2: reply(200, JSON.stringify(value)),
	jsonRpc: reply(200, JSON.stringify({ jsonrpc: '2.0', id: 1, result: value })),
});

const NETWORK: readonly Fault[] = [
	broken('connection refused', BEFORE, always('unreachable'), 'ECONNREFUSED', 'connect'),
	broken('no connection in time', BEFORE, always('unreachable'), 'ETIMEDOUT', 'connect'),
	broken('host unknown', BEFORE, always('unreachable'), 'ENOTFOUND', 'getaddrinfo'),
	broken('name server away', BEFORE, always('unreachable'), 'EAI_AGAIN', 'getaddrinfo'),
	broken('certificate expired', BEFORE, always('misconfigured'), 'CERT_HAS_EXPIRED'),
	broken('no TLS', BEFORE, always('misconfigured'), 'ERR_SSL_WRONG_VERSION_NUMBER'),
	broken('connection reset', EITHER, IN_DOUBT, 'ECONNRESET', 'read'),
	broken('time-out', EITHER, IN_DOUBT, 'ECONNABORTED'),
];

const NOT_ODOO: readonly Fault[] = [
	fault('200 maintenance', EITHER, reply(200, 'Maintenance'), IN_DOUBT),
	fault('200 HTML', EITHER, reply(200, page('We are back soon')), IN_DOUBT),
	fault('200 other JSON', EITHER, reply(200, '{"status":"ok"}'), IN_DOUBT),
	fault('200 empty', EITHER, reply(200, ''), IN_DOUBT),
	fault(
		'200 JSON cut off',
		EITHER,
		reply(200, '{"jsonrpc":"2.0","id":1,"result":[{"id":1,'),
		IN_DOUBT,
	),
	fault(
		'200 log-in page',
		BEFORE,
		reply(200, page('Log in', '<form class="oe_login_form" action="/web/login"></form>')),
		always('misconfigured'),
	),
	fault(
		'200 database manager',
		BEFORE,
		reply(200, page('Odoo', '<a href="/web/database/manager">Manage databases</a>')),
		always('misconfigured'),
	),
	fault('301', BEFORE, reply(301, ''), always('misconfigured')),
	fault('303', BEFORE, reply(303, page('Redirecting...')), always('misconfigured')),
];

const STATUSES: readonly Fault[] = [
	fault('401 HTML', BEFORE, reply(401, page('401 Authorization Required')), always('accessDenied')),
	fault('403 HTML', BEFORE, reply(403, page('403 Forbidden')), always('accessDenied')),
	fault('404 HTML', BEFORE, reply(404, page('404 Not Found')), always('misconfigured')),
	fault('408', EITHER, reply(408, page('408 Request Time-out')), IN_DOUBT),
	fault('409', BEFORE, reply(409, page('409 Conflict')), always('conflict')),
	fault('413', BEFORE, reply(413, page('413 Request Entity Too Large')), always('tooLarge')),
	fault('425', BEFORE, reply(425, page('425 Too Early')), always('unreachable')),
	fault('429', BEFORE, reply(429, page('429 Too Many Requests')), always('rateLimited')),
	fault('429 in seconds', BEFORE, reply(429, '', '2'), always('rateLimited')),
	fault(
		'429 at a time',
		BEFORE,
		reply(429, '', 'Sun, 22 Nov 2020 12:00:00 GMT'),
		always('rateLimited'),
	),
	fault('500 HTML', EITHER, reply(500, page('500 Internal Server Error')), always('server')),
	...[502, 503, 504, 520, 521, 522, 523, 524, 525, 526].map((status) =>
		fault(String(status), EITHER, reply(status, page(`${status}`)), IN_DOUBT),
	),
	fault('503 in seconds', EITHER, reply(503, page('503'), '3'), IN_DOUBT),
];

const REFUSALS: readonly Fault[] = [
	refusal(
		'403 of Odoo',
		403,
		'odoo.exceptions.AccessError',
		'You are not allowed to do this.',
		always('accessDenied'),
	),
	refusal(
		'404 of Odoo',
		404,
		'odoo.exceptions.MissingError',
		'Record does not exist or has been deleted.',
		always('missingRecord'),
	),
	refusal(
		'409 of Odoo',
		409,
		'odoo.exceptions.LockError',
		'Cannot grab a lock on records.',
		always('conflict'),
	),
	refusal(
		'422 of Odoo',
		422,
		'odoo.exceptions.ValidationError',
		'The value is not valid.',
		always('validation'),
	),
	refusal('500 of Odoo', 500, 'builtins.ValueError', 'invalid literal', always('server')),
	{
		name: 'key revoked',
		moments: BEFORE,
		plays: {
			json2: reply(401, said('werkzeug.exceptions.Unauthorized', 'Invalid apikey')),
			jsonRpc: rpcError('odoo.exceptions.AccessDenied', 'Access Denied'),
		},
		classes: both(always('accessDenied')),
		isRefusal: true,
	},
	{
		name: 'database unknown',
		moments: BEFORE,
		plays: {
			json2: reply(404, page('404 Not Found', 'No database is selected')),
			jsonRpc: rpcError(
				'psycopg2.OperationalError',
				'connection to server failed: FATAL:  database "x" does not exist',
			),
		},
		classes: both(always('misconfigured')),
		isRefusal: true,
	},
];

/** Answers of Odoo's own making to something else. */
const OWN: readonly Fault[] = [
	{
		name: 'a window',
		moments: BEFORE,
		plays: result(WINDOW),
		classes: both({ read: 'unreachable', write: 'validation' }),
		looksRight: true,
	},
	{
		name: 'yes, and nothing done',
		moments: BEFORE,
		plays: result(YES),
		classes: both(IN_DOUBT),
		looksRight: true,
	},
];

export const FAULTS: readonly Fault[] = [...NETWORK, ...NOT_ODOO, ...STATUSES, ...REFUSALS, ...OWN];
