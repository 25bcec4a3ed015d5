import { httpTransport } from '../../../nodes/shared/odoo/httpTransport';
import { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import type { ApiVersion, HttpExchange } from '../../../nodes/shared/odoo/OdooTransport';
import { toReply } from '../../../nodes/shared/odoo/protocol/reply';
import { SharedSessions } from '../../../nodes/shared/odoo/sessionMemory';
import { callOf } from '../../faults/faultyExchange';
import { stillHost } from '../../support/hosts';

const COMPANY = { id: 1, name: 'Main', currency_id: [1, 'EUR'] };

interface Played {
	version: number;
	companies: readonly object[];
	/** What a search for orders answers with: its status. */
	status: number;
}

/** A small Odoo whose facts a test may change, and an n8n process that works with it. */
const processWith = (apiVersion: ApiVersion = 'auto') => {
	const odoo: Played = { version: 19, companies: [COMPANY], status: 200 };
	const calls: string[] = [];
	const time = { now: 0 };
	const shared = new SharedSessions(() => time.now);
	const exchange: HttpExchange = async ({ path, ...request }) => {
		const call = callOf({ path, ...request });
		calls.push(call);
		const answers: { readonly [name: string]: unknown } = {
			version: { server_version_info: [odoo.version, 0] },
			login: 7,
			'res.users.context_get': { uid: 7, lang: 'en_US', tz: 'UTC' },
			'res.company.search_read': odoo.companies,
			'sale.order.search_count': 3,
		};
		const isOrders = call.startsWith('sale.order');
		const isRpc = !path.startsWith('/json/2/');
		const answer = answers[call];
		if (isOrders && odoo.status !== 200)
			return toReply(odoo.status, JSON.stringify({ name: 'builtins.ValueError', message: 'no' }));
		return toReply(200, JSON.stringify(isRpc ? { jsonrpc: '2.0', result: answer } : answer));
	};
	/** One node's run; the calls that it made. */
	const run = async (execution?: string, credential = 'a digest'): Promise<string[]> => {
		calls.length = 0;
		const memory = shared.of(credential, execution);
		const connection = { database: 'x', apiVersion, userName: 'somebody' };
		const client = new OdooClient(httpTransport(exchange, connection, memory), {
			host: stillHost(),
			memory,
		});
		await client.call('sale.order', 'search_count').catch(() => undefined);
		return [...calls];
	};
	return { odoo, time, run };
};

const WORK = 'sale.order.search_count';
const FRESH = ['version', 'res.users.context_get', 'res.company.search_read', WORK];
const LATER = ['res.users.context_get', 'res.company.search_read', WORK];

describe('the nodes of one execution', () => {
	it('open one session', async () => {
		const { run } = processWith();
		expect(await run('1')).toEqual(FRESH);
		expect(await run('1')).toEqual([WORK]);
		expect(await run('1')).toEqual([WORK]);
	});

	it('open another one after a minute', async () => {
		const { run, time } = processWith();
		await run('1');
		time.now = 60_000;
		expect(await run('1')).toEqual(LATER);
	});

	it('open one for each credential', async () => {
		const { run } = processWith();
		await run('1');
		expect(await run('1', 'another digest')).toEqual(FRESH);
	});
});

describe('the next execution', () => {
	it('asks for the user and the companies, and neither for the version', async () => {
		const { run } = processWith();
		await run('1');
		expect(await run('2')).toEqual(LATER);
		expect(await run()).toEqual(LATER);
		expect(await run()).toEqual(LATER);
	});

	it('nor logs in, over JSON-RPC', async () => {
		const { run } = processWith('jsonRpc');
		expect(await run('1')).toEqual(expect.arrayContaining(['version', 'login']));
		expect(await run('2')).toEqual(LATER);
	});

	it('asks for all of it after five minutes, however often it was used', async () => {
		const { run, time } = processWith();
		await run('1');
		for (time.now = 60_000; time.now < 300_000; time.now += 60_000)
			expect(await run(String(time.now))).toEqual(LATER);
		expect(await run('late')).toEqual(FRESH);
	});

	it('asks for all of it when the clock went back', async () => {
		const { run, time } = processWith();
		time.now = 10_000;
		await run('1');
		time.now = 0;
		expect(await run('2')).toEqual(FRESH);
	});
});

describe('after a failure', () => {
	it.each([400, 401, 403, 404, 422, 500])('everything is asked again: %i', async (status) => {
		const { run, odoo } = processWith();
		await run('1');
		odoo.status = status;
		await run('1');
		odoo.status = 200;
		expect(await run('1')).toEqual(FRESH);
	});

	it('of opening it, it is opened anew at once', async () => {
		const { run, odoo } = processWith();
		odoo.version = 18;
		expect(await run('1')).toContain('login');
		odoo.version = 19;
		odoo.companies = [];
		const again = await run('2');
		expect(again.filter((call) => call === 'version')).toHaveLength(1);
		odoo.companies = [COMPANY];
		expect(await run('3')).toEqual(FRESH);
	});
});
