/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- servers and a certificate of its own */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer as httpServer } from 'node:http';
import { createServer as httpsServer } from 'node:https';
import { createServer as tcpServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { routed } from '../../../nodes/shared/n8n/outcomes';
import type { OdooFailureKind } from '../../../nodes/shared/odoo/errors';
import { readOrders } from '../../../nodes/shared/odoo/readOrders';
import { axiosClient } from '../../support/axiosExchange';
import { runNode } from '../../support/engine';
import { liveOdoo } from '../../support/liveOdoo';
import { probeNode } from '../../support/probeNode';

const { credential, admin } = liveOdoo();

type Changed = Record<string, string>;

const readThem = probeNode(
	async (client, ids) =>
		new Map((await readOrders(client, ids)).map(({ id }) => [id, routed(0, { read: true })])),
);

/** What leaves the node for one item: its json. */
const jsonWith = async (more: Changed) => {
	const { outputs } = await runNode({
		type: readThem,
		input: [{ json: { order: { id: 1 } } }],
		credentials: { odooOrderToCashApi: { ...credential, ...more } },
		onError: 'continueErrorOutput',
	});
	return outputs.flat()[0]?.json;
};

const servers: Server[] = [];
const listening = async (server: Server): Promise<string> => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	servers.push(server);
	return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterAll(() => servers.forEach((server) => server.close()));

/** Made here, so that nobody's authority signed it. */
const selfSigned = () => {
	const folder = mkdtempSync(join(tmpdir(), 'o2c-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const made = ['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost'];
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...made], {
		stdio: 'ignore',
	});
	return { key: readFileSync(key), cert: readFileSync(cert) };
};

const HALF =
	'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"jso';

/** Addresses where something else is than Odoo. */
const ELSEWHERE = {
	selfSigned: async () => `https://${await listening(httpsServer(selfSigned(), () => undefined))}`,
	noTls: async () =>
		`https://${await listening(httpServer((_request, response) => response.end('{}')))}`,
	cutWhileSecuring: async () =>
		`https://${await listening(tcpServer((socket) => socket.destroy()))}`,
	wantsTls: async () => {
		const page = '<h1>400 Bad Request</h1>The plain HTTP request was sent to HTTPS port';
		const answer = httpServer((_request, response) => response.writeHead(400).end(page));
		return `http://${await listening(answer)}`;
	},
	redirect: async () => {
		const answer = httpServer((_request, response) =>
			response.writeHead(301, { location: 'https://odoo.test/' }).end(),
		);
		return `http://${await listening(answer)}`;
	},
	cut: async () => `http://${await listening(tcpServer((socket) => socket.destroy()))}`,
	half: async () => {
		const answer = tcpServer((socket) =>
			socket.once('data', () => socket.write(HALF, () => socket.destroy())),
		);
		return `http://${await listening(answer)}`;
	},
	otherSite: async () =>
		`http://${await listening(httpServer((_request, response) => response.end('<p>Welcome</p>')))}`,
	unknownHost: async () => 'http://no-such-host.invalid',
	nobody: async () => 'http://127.0.0.1:9',
	withPath: async () => `${String(credential.url)}/web`,
} as const satisfies Record<string, () => Promise<string>>;

interface Told {
	readonly kind: OdooFailureKind;
	readonly reason: RegExp;
	readonly advice: RegExp;
}

const told = (kind: OdooFailureKind, reason: RegExp, advice: RegExp): Told => ({
	kind,
	reason,
	advice,
});

const IS_RUNNING = /Check that Odoo is running and that the URL/;
const SAID: { readonly [Where in keyof typeof ELSEWHERE]: Told } = {
	selfSigned: told('misconfigured', /certificate is self-signed/, /NODE_EXTRA_CA_CERTS/),
	noTls: told('misconfigured', /does not speak TLS/, /begins with http or https/),
	cutWhileSecuring: told('unreachable', /before the secure connection stood/, IS_RUNNING),
	wantsTls: told('misconfigured', /wants https \(HTTP 400\)/, /with https/),
	redirect: told('misconfigured', /redirects to another one \(HTTP 301\)/, /final address/),
	cut: told('unreachable', /connection was lost before an answer came/, IS_RUNNING),
	half: told('unreachable', /connection was lost before an answer came/, IS_RUNNING),
	otherSite: told(
		'unreachable',
		/does not answer like Odoo \(HTTP 200\)|does not come from Odoo/,
		/./,
	),
	unknownHost: told('unreachable', /host name/, IS_RUNNING),
	nobody: told('unreachable', /nothing listens at that address/, IS_RUNNING),
	withPath: told('misconfigured', /does not answer like Odoo \(HTTP 404\)/, /without a path/),
};

const WAYS: readonly (readonly [name: string, way: Changed])[] = [
	['auto', { apiVersion: 'auto' }],
	['JSON-2', { apiVersion: 'json2' }],
	['JSON-RPC', { apiVersion: 'jsonRpc', userName: 'o2c' }],
];

const expectTold = async (more: Changed, { kind, reason, advice }: Told) => {
	const json = await jsonWith(more);
	expect(json?.error).toEqual({
		message: expect.stringMatching(reason),
		class: kind,
		retryable: kind === 'unreachable',
		call: expect.stringMatching(/^[\w.]+$/),
		advice: expect.stringMatching(advice),
	});
	expect(json?.order).toEqual({ id: 1 });
};

/** Only a server action run by an administrator can make a key for another user. */
const serverAction = async (code: string): Promise<unknown> => {
	const client = axiosClient(admin);
	const models = await client.call('ir.model', 'search', {
		args: { domain: [['model', '=', 'res.users']] },
	});
	const modelId = Array.isArray(models) ? Number(models[0]) : 0;
	const values = { name: 'key', model_id: modelId, state: 'code', code };
	const made = await client.call('ir.actions.server', 'create', { args: { vals_list: [values] } });
	return await client.call('ir.actions.server', 'run', { ids: made as number[] });
};

const newKey = async (): Promise<string> => {
	const login = `key_${Date.now()}`;
	const answer = await serverAction(
		`user = env['res.users'].create({'name': 'Key', 'login': '${login}', 'group_ids': [(4, env.ref('sales_team.group_sale_salesman_all_leads').id)]})
key = env['res.users.apikeys'].with_user(user).sudo()._generate(None, 'test', datetime.datetime.now() + datetime.timedelta(days=10))
action = {'type': 'ir.actions.act_window_close', 'infos': key}`,
	);
	return (answer as { readonly infos: string }).infos;
};

const NEWEST = "env['res.users.apikeys'].sudo().search([], order='id desc', limit=1)";
const ENDS: readonly (readonly [end: string, code: string])[] = [
	['revoked', `${NEWEST}.unlink()`],
	[
		'expired',
		`env.cr.execute("UPDATE res_users_apikeys SET expiration_date = now() - interval '1 day' WHERE id = %s", [${NEWEST}.id])`,
	],
];

describe.each(WAYS)('over %s', (_name, way) => {
	it.each(Object.entries(SAID))(
		'an address says what is wrong with it: %s',
		async (where, said) => {
			const url = await ELSEWHERE[where as keyof typeof ELSEWHERE]();
			await expectTold({ ...way, url }, said);
		},
	);

	it('an unknown database is named as what to correct', async () =>
		await expectTold(
			{ ...way, database: 'no_such_database' },
			told('misconfigured', /database/, /Check the database name in the credential/),
		));

	it('a wrong key is named as what to correct', async () =>
		await expectTold(
			{ ...way, apiKey: 'wrong-key-of-a-stranger' },
			told('accessDenied', /API key|apikey/i, /Check the API key/),
		));
});

it.each(ENDS)('a key that was %s is refused, whatever is remembered of it', async (_end, code) => {
	const apiKey = await newKey();
	expect((await jsonWith({ apiKey }))?.read).toBe(true);
	await serverAction(code);
	await expectTold({ apiKey }, told('accessDenied', /API key|apikey/i, /Check the API key/));
});
