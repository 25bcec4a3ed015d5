import { OdooOrderToCashApi } from '../../../credentials/OdooOrderToCashApi.credentials';
import { inSentences, isOdooError, type OdooError } from '../../../nodes/shared/odoo/errors';
import { networkFailure } from '../../../nodes/shared/odoo/networkFailure';
import type { HttpReply } from '../../../nodes/shared/odoo/OdooTransport';
import { fromJson2Reply, toJson2Request } from '../../../nodes/shared/odoo/protocol/json2';
import {
	fromJsonRpcReply,
	toJsonRpcRequest,
	toLoginRequest,
} from '../../../nodes/shared/odoo/protocol/jsonRpc';
import { toMajorVersion } from '../../../nodes/shared/odoo/protocol/version';

const failureOf = (run: () => unknown): OdooError => {
	try {
		run();
	} catch (error) {
		if (isOdooError(error)) return error;
	}
	throw new Error('no OdooError was thrown');
};

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
		expect(fromJson2Reply('m.f', { status: 200, body })).toBe(body);
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
		},
		{ when: 'a field does not exist', status: 500, name: 'builtins.ValueError', kind: 'server' },
	])('calls it $kind when $when', ({ status, name, kind }) => {
		const body = { name, message: 'Because.', arguments: [], context: {}, debug: TRACEBACK };
		const error = failureOf(() => fromJson2Reply('sale.order.write', { status, body }));
		expect(error).toMatchObject({ kind, message: 'sale.order.write: Because.' });
		expect(JSON.stringify(error)).not.toContain('Traceback');
	});

	it.each<{ when: string; reply: HttpReply; kind: string; advice: RegExp }>([
		{
			when: 'the database is not known',
			reply: { status: 404, body: '<!doctype html>' },
			kind: 'server',
			advice: /database name/,
		},
		{
			when: 'the address redirects',
			reply: { status: 301, body: '' },
			kind: 'server',
			advice: /final address/,
		},
		{
			when: 'a web page answers',
			reply: { status: 200, body: '<html></html>' },
			kind: 'server',
			advice: /address of Odoo itself/,
		},
		{
			when: 'the proxy has no Odoo behind it',
			reply: { status: 502, body: '<html>' },
			kind: 'unreachable',
			advice: /running/,
		},
		{
			when: 'the proxy gave up waiting',
			reply: { status: 504, body: '<html>' },
			kind: 'outcomeUnknown',
			advice: /not repeated/,
		},
		{
			when: 'too many calls came',
			reply: { status: 429, body: '' },
			kind: 'unreachable',
			advice: /.+/,
		},
	])('says what to do when $when', ({ reply, kind, advice }) => {
		const error = failureOf(() => fromJson2Reply('m.f', reply));
		expect(error.kind).toBe(kind);
		expect(error.advice).toMatch(advice);
	});

	it('cuts a traceback out of a message', () => {
		const body = { name: 'builtins.ValueError', message: `bad code\n${TRACEBACK}` };
		expect(failureOf(() => fromJson2Reply('m.f', { status: 500, body })).reason).toBe('bad code');
	});
});

describe('JSON-RPC', () => {
	it('passes arguments by name and the values of create by place', () => {
		const argumentsOf = (method: string, call: object) =>
			(
				toJsonRpcRequest(2, { database: 'shop', model: 'sale.order', method, ...call }).body as {
					params: { args: unknown[] };
				}
			).params.args.slice(5);
		expect(argumentsOf('write', { ids: [7], args: { vals: { a: 1 } } })).toEqual([
			[[7]],
			{ vals: { a: 1 }, context: {} },
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
			failureOf(() => fromJsonRpcReply('m.f', { status: 200, body: { error } })),
		).toMatchObject({ kind, reason: 'Because.' });
	});

	it.each([
		['mail.activity(1,)', [1]],
		['mail.activity(1, 2)', [1, 2]],
		['mail.activity()', []],
		['plain (text)', 'plain (text)'],
	])('reads %j as %j', (result, expected) => {
		expect(fromJsonRpcReply('m.f', { status: 200, body: { result } })).toEqual(expected);
	});
});

describe('the version', () => {
	it.each([
		[[19, 0, 0, 'final', 0, ''], 19],
		[['saas~18', 4, 0, 'final', 0, ''], 18],
		[[14, 0, 0, 'final', 0, ''], 14],
	])('%j is %i', (info, major) => {
		expect(toMajorVersion({ status: 200, body: { result: { server_version_info: info } } })).toBe(
			major,
		);
	});

	it('says so when something else answers', () => {
		expect(failureOf(() => toMajorVersion({ status: 200, body: '<html>' })).reason).toMatch(
			/does not answer like Odoo/,
		);
	});
});

describe('a network failure', () => {
	it.each([
		{ when: 'nobody listens', code: 'ECONNREFUSED', kind: 'unreachable' },
		{ when: 'the name is wrong', code: 'ENOTFOUND', kind: 'unreachable' },
		{
			when: 'the certificate is self-signed',
			code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
			kind: 'unreachable',
		},
		{ when: 'the connection broke', code: 'ECONNRESET', kind: 'outcomeUnknown' },
		{ when: 'the answer did not come', code: 'ECONNABORTED', kind: 'outcomeUnknown' },
		{ when: 'nobody knows', code: undefined, kind: 'outcomeUnknown' },
	])('is $kind when $when', ({ code, kind }) => {
		expect(networkFailure('m.f', code, 'x').kind).toBe(kind);
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
