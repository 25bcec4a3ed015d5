import { OdooOrderToCashApi } from '../../../credentials/OdooOrderToCashApi.credentials';
import { inSentences, isOdooError, type OdooError } from '../../../nodes/shared/odoo/errors';
import { networkFailure } from '../../../nodes/shared/odoo/networkFailure';
import { fromJson2Reply, toJson2Request } from '../../../nodes/shared/odoo/protocol/json2';
import {
	fromJsonRpcReply,
	toJsonRpcRequest,
	toLoginRequest,
} from '../../../nodes/shared/odoo/protocol/jsonRpc';
import { notOdoo } from '../../../nodes/shared/odoo/protocol/notOdoo';
import { toReply } from '../../../nodes/shared/odoo/protocol/reply';
import { toMajorVersion } from '../../../nodes/shared/odoo/protocol/version';

const failureOf = (run: () => unknown): OdooError => {
	try {
		run();
	} catch (error) {
		if (isOdooError(error)) return error;
	}
	throw new Error('no OdooError was thrown');
};

const json = (status: number, body: unknown) => toReply(status, JSON.stringify(body));

const TRACEBACK = 'Traceback (most recent call last):\n  File "/opt/odoo/secret.py", line 1';

describe('JSON-2', () => {
	it('names the database, the ids and the arguments, and always sends a context', () => {
		expect(
			toJson2Request({
				database: 'shop',
				model: 'sale.order',
				method: 'write',
				ids: [7],
				args: { vals: { note: 'x' } },
			}),
		).toEqual({
			call: 'sale.order.write',
			method: 'POST',
			path: '/json/2/sale.order/write',
			headers: { 'X-Odoo-Database': 'shop' },
			body: { ids: [7], vals: { note: 'x' }, context: {} },
		});
	});

	it.each([[[]], [null], [false], [0], [{ a: 1 }], ['text']])('takes %j as a result', (body) => {
		expect(fromJson2Reply('m.f', json(200, body))).toEqual(body);
	});

	it.each([
		{
			when: 'the key is wrong',
			status: 401,
			name: 'werkzeug.exceptions.Unauthorized',
			kind: 'accessDenied',
		},
		{
			when: 'a right is missing',
			status: 403,
			name: 'odoo.exceptions.AccessError',
			kind: 'accessDenied',
		},
		{
			when: 'the record is gone',
			status: 404,
			name: 'odoo.exceptions.MissingError',
			kind: 'missingRecord',
		},
		{
			when: 'the record is locked',
			status: 409,
			name: 'odoo.exceptions.LockError',
			kind: 'conflict',
		},
		{ when: 'Odoo refuses', status: 422, name: 'odoo.exceptions.UserError', kind: 'validation' },
		{
			when: 'serialization failed five times',
			status: 500,
			name: 'psycopg2.errors.SerializationFailure',
			kind: 'conflict',
			says: 'another transaction changed the same records',
		},
		{ when: 'a field does not exist', status: 500, name: 'builtins.ValueError', kind: 'server' },
	])('calls it $kind when $when', ({ status, name, kind, says = 'Because.' }) => {
		const body = { name, message: 'Because.', arguments: [], context: {}, debug: TRACEBACK };
		const error = failureOf(() => fromJson2Reply('sale.order.write', json(status, body)));
		expect(error).toMatchObject({ kind, message: `sale.order.write: ${says}` });
		expect(JSON.stringify(error)).not.toContain('Traceback');
	});

	it.each([
		{
			when: 'the database is not known',
			status: 404,
			text: '<!doctype html>',
			kind: 'misconfigured',
			advice: /database name/,
		},
		{
			when: 'the address redirects',
			status: 301,
			text: '',
			kind: 'misconfigured',
			advice: /final address/,
		},
		{
			when: 'the address redirects to a log-in',
			status: 303,
			text: '',
			kind: 'misconfigured',
			advice: /final address/,
		},
		{
			when: 'the log-in page comes',
			status: 200,
			text: '<form class="oe_login_form">',
			kind: 'misconfigured',
			advice: /address of Odoo itself/,
		},
		{
			when: 'the database manager comes',
			status: 200,
			text: '<a href="/web/database/manager">',
			kind: 'misconfigured',
			advice: /database name/,
		},
		{
			when: 'a proxy wants a log-in',
			status: 401,
			text: '<html>',
			kind: 'accessDenied',
			advice: /key/,
		},
		{
			when: 'a proxy forbids it',
			status: 403,
			text: '<html>',
			kind: 'accessDenied',
			advice: /rights/,
		},
		{
			when: 'a proxy on the way wants a log-in',
			status: 407,
			text: '<html>',
			kind: 'misconfigured',
			advice: /proxy/,
		},
		{
			when: 'the request came too slowly',
			status: 408,
			text: '',
			kind: 'outcomeUnknown',
			advice: /not repeated/,
		},
		{
			when: 'the request is too large',
			status: 413,
			text: '<html>',
			kind: 'tooLarge',
			advice: /size of a request/,
		},
		{ when: 'it came too early', status: 425, text: '', kind: 'unreachable', advice: /running/ },
		{
			when: 'too many calls came',
			status: 429,
			text: '',
			kind: 'rateLimited',
			advice: /Calls per Second/,
		},
		{ when: 'a proxy has a fault', status: 500, text: '<html>', kind: 'server', advice: /log/ },
		{
			when: 'the proxy lost Odoo',
			status: 502,
			text: '<html>',
			kind: 'outcomeUnknown',
			advice: /not repeated/,
		},
		{
			when: 'Odoo is under maintenance',
			status: 503,
			text: '<html>',
			kind: 'outcomeUnknown',
			advice: /not repeated/,
		},
		{
			when: 'the proxy gave up waiting',
			status: 504,
			text: '<html>',
			kind: 'outcomeUnknown',
			advice: /not repeated/,
		},
		...[520, 521, 522, 523, 524, 525, 526].map((status) => ({
			when: 'Cloudflare lost Odoo',
			status,
			text: 'x',
			kind: 'outcomeUnknown',
			advice: /not repeated/,
		})),
		{
			when: 'a web page answers with success',
			status: 200,
			text: '<html></html>',
			kind: 'outcomeUnknown',
			advice: /answered in its place/,
		},
		{
			when: 'a maintenance text answers with success',
			status: 200,
			text: 'Maintenance',
			kind: 'outcomeUnknown',
			advice: /answered in its place/,
		},
		{
			when: 'nothing comes with success',
			status: 200,
			text: '',
			kind: 'outcomeUnknown',
			advice: /answered in its place/,
		},
		{
			when: 'the answer is cut off',
			status: 200,
			text: '[{"id": 1}, {"i',
			kind: 'outcomeUnknown',
			advice: /answered in its place/,
		},
	])('calls it $kind when $when ($status)', ({ status, text, kind, advice }) => {
		const error = failureOf(() => fromJson2Reply('m.f', toReply(status, text)));
		expect(error.kind).toBe(kind);
		expect(error.advice).toMatch(advice);
		expect(error.message).toContain(`(HTTP ${status})`);
		const overRpc = failureOf(() => fromJsonRpcReply('m.f', toReply(status, text)));
		expect(overRpc.kind).toBe(error.kind);
		// JSON-RPC has one path in every version: where it is missing, the address is wrong.
		if (status !== 404) expect(overRpc).toEqual(error);
	});

	it.each([408, 502, 503, 504, 520, 526])(
		'is in doubt about a write that a gateway answers with %d, in whichever words',
		(status) => {
			for (const name of ['BadGateway', 'werkzeug.exceptions.BadGateway']) {
				const said = json(status, { name, message: 'The upstream server broke off' });
				expect(failureOf(() => fromJson2Reply('m.f', said)).kind).toBe('outcomeUnknown');
			}
		},
	);

	it.each([
		[400, 'outcomeUnknown'],
		[500, 'server'],
	])("does not take a gateway's own JSON (%d) for a refusal of Odoo's", (status, kind) => {
		const said = json(status, { name: 'GeneralError', message: 'Something went wrong' });
		const error = failureOf(() => fromJson2Reply('m.f', said));
		expect(error).toMatchObject({ kind, changedNothing: false, concernsAll: true });
		expect(error.reason).not.toContain('Something');
	});

	it('does not take an answer for a page because of what is written in it', () => {
		const said = json(200, ['see /web/database/manager']);
		expect(notOdoo('m.f', said).kind).toBe('outcomeUnknown');
	});

	it('cuts a traceback out of a message', () => {
		const body = { name: 'builtins.ValueError', message: `bad code\n${TRACEBACK}` };
		expect(failureOf(() => fromJson2Reply('m.f', json(500, body))).reason).toBe('bad code');
	});
});

describe('JSON-RPC', () => {
	it('passes by place what other versions call by another name', () => {
		const argumentsOf = (method: string, call: object) =>
			(
				toJsonRpcRequest(2, { database: 'shop', model: 'sale.order', method, ...call }).body as {
					params: { args: unknown[] };
				}
			).params.args.slice(5);
		expect(argumentsOf('write', { ids: [7], args: { vals: { a: 1 } } })).toEqual([
			[[7], { a: 1 }],
			{ context: {} },
		]);
		expect(argumentsOf('create', { args: { vals_list: [{ a: 1 }] } })).toEqual([
			[[{ a: 1 }]],
			{ context: {} },
		]);
	});

	it('gets the key from the credential and from nowhere else', async () => {
		const request = toLoginRequest('shop', 'bot');
		expect(JSON.stringify(request)).not.toContain('my-key');
		const sent = await new OdooOrderToCashApi().authenticate(
			{ apiKey: 'my-key' },
			{ url: request.path, body: request.body },
		);
		expect(sent.body).toMatchObject({ params: { args: ['shop', 'bot', 'my-key', {}] } });
	});

	it.each([
		{ when: 'a right is missing', name: 'odoo.exceptions.AccessError', kind: 'accessDenied' },
		{ when: 'Odoo refuses', name: 'odoo.exceptions.ValidationError', kind: 'validation' },
		{ when: 'Odoo has a fault', name: 'builtins.KeyError', kind: 'server' },
	])('calls it $kind when $when', ({ name, kind }) => {
		const error = {
			message: 'Odoo Server Error',
			data: { name, message: 'Because.', debug: TRACEBACK },
		};
		expect(
			failureOf(() => fromJsonRpcReply('m.f', json(200, { jsonrpc: '2.0', error }))),
		).toMatchObject({ kind, reason: 'Because.' });
	});

	it.each([
		['mail.activity(1,)', [1]],
		['mail.activity(1, 2)', [1, 2]],
		['mail.activity()', []],
		['plain (text)', 'plain (text)'],
	])('reads %j as %j', (result, expected) => {
		expect(fromJsonRpcReply('m.f', json(200, { jsonrpc: '2.0', result }))).toEqual(expected);
	});
});

describe('the version', () => {
	it.each([
		[[19, 0, 0, 'final', 0, ''], 19],
		[['saas~18', 4, 0, 'final', 0, ''], 18],
		[[14, 0, 0, 'final', 0, ''], 14],
	])('%j is %i', (info, major) => {
		expect(toMajorVersion(json(200, { result: { server_version_info: info } }))).toBe(major);
	});

	it('says so when something else answers', () => {
		expect(failureOf(() => toMajorVersion(toReply(200, '<html>'))).reason).toMatch(
			/does not answer like Odoo/,
		);
	});
});

describe('a fault of the database behind Odoo', () => {
	const at = 'connection to server at "10.1.2.3", port 5432 failed: FATAL: ';
	it.each([
		{
			when: 'it does not exist',
			message: `${at}database "shop" does not exist`,
			kind: 'misconfigured',
		},
		{
			when: 'it has no room',
			message: `${at}sorry, too many clients already`,
			kind: 'outcomeUnknown',
		},
		{
			when: 'rows are locked',
			message: 'canceling statement due to lock timeout',
			kind: 'conflict',
		},
	])('is $kind when $when, without a word of where it is', ({ message, kind }) => {
		const error = {
			message: 'Odoo Server Error',
			data: { name: 'psycopg2.OperationalError', message },
		};
		const failure = failureOf(() => fromJsonRpcReply('m.f', json(200, { jsonrpc: '2.0', error })));
		expect(failure.kind).toBe(kind);
		expect(failure.message).not.toMatch(/10\.1|5432|shop/);
	});

	it.each([
		['psycopg2.errors.SerializationFailure', 'conflict', true],
		['psycopg2.extensions.TransactionRollbackError', 'conflict', true],
		['psycopg2.errors.DeadlockDetected', 'conflict', true],
		['psycopg2.errors.LockNotAvailable', 'conflict', true],
		['psycopg2.errors.InvalidCatalogName', 'misconfigured', true],
		['psycopg2.pool.PoolError', 'unreachable', true],
		['psycopg2.errors.AdminShutdown', 'outcomeUnknown', false],
		['psycopg2.InterfaceError', 'outcomeUnknown', false],
		['psycopg2.OperationalError', 'outcomeUnknown', false],
	])('%s is %s in whichever language PostgreSQL speaks', (name, kind, changedNothing) => {
		const message = 'Verbindung zum Server auf »10.1.2.3«, Port 5432 fehlgeschlagen';
		const inside = { message: 'Odoo Server Error', data: { name, message } };
		for (const failure of [
			failureOf(() => fromJsonRpcReply('m.f', json(200, { jsonrpc: '2.0', error: inside }))),
			failureOf(() => fromJson2Reply('m.f', json(500, { name, message }))),
		]) {
			expect(failure).toMatchObject({ kind, changedNothing });
			expect(failure.message).not.toMatch(/10\.1|5432/);
		}
	});
});

describe('a network failure', () => {
	it.each([
		{ when: 'nobody listens', code: 'ECONNREFUSED', kind: 'unreachable' },
		{ when: 'the name is wrong', code: 'ENOTFOUND', kind: 'unreachable' },
		{
			when: 'the certificate is self-signed',
			code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
			kind: 'misconfigured',
		},
		{
			when: 'the host is not reached',
			code: 'EHOSTUNREACH',
			systemCall: 'connect',
			kind: 'unreachable',
		},
		{
			when: 'connecting took too long',
			code: 'ETIMEDOUT',
			systemCall: 'connect',
			kind: 'unreachable',
		},
		{
			when: 'the host is lost while reading',
			code: 'EHOSTUNREACH',
			systemCall: 'read',
			kind: 'outcomeUnknown',
		},
		{ when: 'the host is lost, nobody says where', code: 'EHOSTUNREACH', kind: 'outcomeUnknown' },
		{ when: 'the connection broke', code: 'ECONNRESET', kind: 'outcomeUnknown' },
		{ when: 'the answer did not come', code: 'ECONNABORTED', kind: 'outcomeUnknown' },
		{ when: 'nobody knows', kind: 'outcomeUnknown' },
	])('is $kind when $when', ({ code, systemCall, kind }) => {
		expect(networkFailure('m.f', { code, systemCall, message: 'x' }).kind).toBe(kind);
	});
});

describe('a failure in words', () => {
	const advice = 'Check the URL.';
	it.each([
		['nothing listens at that address', 'nothing listens at that address. Check the URL.'],
		['You are not allowed to do that.', 'You are not allowed to do that. Check the URL.'],
	])('%j is followed by what to do', (reason, sentences) => {
		expect(inSentences({ reason, advice })).toBe(sentences);
	});
});
