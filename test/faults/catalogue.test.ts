import { httpTransport } from '../../nodes/shared/odoo/httpTransport';
import { isOdooError, type OdooError } from '../../nodes/shared/odoo/errors';
import type { HttpExchange } from '../../nodes/shared/odoo/OdooTransport';
import { toReply } from '../../nodes/shared/odoo/protocol/reply';
import { FAULTS, type Fault, type Protocol } from './catalogue';
import { callOf, faultyExchange } from './faultyExchange';

const READS = [
	['sale.order', 'search_read'],
	['sale.order', 'read'],
	['sale.order', 'web_search_read'],
	['stock.quant', 'formatted_read_group'],
	['res.users', 'context_get'],
	['sale.order', 'default_get'],
	['mail.activity', 'get_metadata'],
] as const;
const WRITES = [
	['mail.message', 'load'],
	['sale.order', 'write'],
	['sale.order', 'create'],
	['stock.move', 'web_save_multi'],
	['sale.order', 'action_confirm'],
	['stock.picking', 'action_assign'],
	['stock.picking', 'do_unreserve'],
	['account.move', 'action_post'],
] as const;

const REPLIES: { readonly [call: string]: object } = {
	login: { jsonrpc: '2.0', result: 7 },
	version: { jsonrpc: '2.0', result: { server_version_info: [19, 0] } },
};

const empty: HttpExchange = async (request) =>
	toReply(200, JSON.stringify(REPLIES[callOf(request)] ?? 'never an answer'));

const failureOf = async (
	protocol: Protocol,
	fault: Fault,
	model: string,
	method: string,
): Promise<OdooError> => {
	const { exchange } = faultyExchange(empty, {
		at: `${model}.${method}`,
		fault,
		moment: 'before',
		lasting: 'once',
	});
	const transport = httpTransport(exchange, {
		database: 'x',
		apiVersion: protocol,
		userName: 'somebody',
	});
	const error: unknown = await transport
		.call(model, method, { ids: [1], args: { fields: ['name'] } })
		.then(
			(answer) => new Error(`answered ${JSON.stringify(answer)}`),
			(failure: unknown) => failure,
		);
	if (isOdooError(error)) return error;
	throw new Error(`${model}.${method}, ${fault.name}, ${protocol}: ${String(error)}`);
};

const told = FAULTS.filter(({ looksRight }) => !looksRight);

describe.each(['json2', 'jsonRpc'] as const)('over %s', (protocol) => {
	it.each(told.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
		const classOf = async ([model, method]: readonly [string, string]) => [
			`${model}.${method}`,
			(await failureOf(protocol, fault, model, method)).kind,
		];
		const expected = fault.classes[protocol];
		expect(await Promise.all(READS.map(classOf))).toEqual(
			READS.map(([model, method]) => [`${model}.${method}`, expected.read]),
		);
		expect(await Promise.all(WRITES.map(classOf))).toEqual(
			WRITES.map(([model, method]) => [`${model}.${method}`, expected.write]),
		);
	});
});

describe.each(['json2', 'jsonRpc'] as const)('over %s every failure says', (protocol) => {
	it.each(told.map((fault) => [fault.name, fault] as const))(
		'what was asked, what came and what to do: %s',
		async (_name, fault) => {
			const failure = await failureOf(protocol, fault, 'sale.order', 'write');
			expect(failure.message).toBe(`sale.order.write: ${failure.reason}`);
			expect(failure.reason).toMatch(/\w+ \w+/);
			expect(failure.reason).not.toMatch(/ECONN|ENOT|EAI|ETIMED|ERR_|<\w|Traceback|psycopg2/);
			expect(failure.advice).toMatch(/^(?:[A-Z].+\. ?)+$/);
			const played = fault.plays[protocol];
			const isPage = played.kind === 'reply' && !fault.isRefusal;
			if (isPage) expect(failure.reason).toContain(`(HTTP ${played.status})`);
		},
	);
});

it('asks for the version and finds the same classes', async () => {
	// Odoo itself never refuses to say its version.
	const elsewhere = told.filter(({ isRefusal }) => !isRefusal);
	const classes = await Promise.all(
		elsewhere.map(async (fault) => {
			const { exchange } = faultyExchange(empty, {
				at: 'version',
				fault,
				moment: 'before',
				lasting: 'once',
			});
			const transport = httpTransport(exchange, { database: 'x', apiVersion: 'auto' });
			const kind = await transport.version().then(
				() => 'answered',
				(error: unknown) => (isOdooError(error) ? error.kind : String(error)),
			);
			return [fault.name, kind];
		}),
	);
	expect(classes).toEqual(elsewhere.map(({ name, classes: of }) => [name, of.jsonRpc.read]));
});
