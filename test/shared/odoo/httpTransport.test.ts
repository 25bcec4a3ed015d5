import { httpTransport } from '../../../nodes/shared/odoo/httpTransport';
import { toReply } from '../../../nodes/shared/odoo/protocol/reply';

const PAGE = '<!DOCTYPE html><p>No such page</p>';
const NOT_FOUND = '{"jsonrpc":"2.0","id":null,"error":{"code":404,"message":"404: Not Found"}}';

/** An Odoo of that version that has no JSON-2. */
const odoo = (version: number, status: number, text = PAGE) => {
	const calls: string[] = [];
	const transport = httpTransport(
		async ({ path, call }) => {
			calls.push(call);
			const versionInfo = JSON.stringify({ result: { server_version_info: [version, 0] } });
			return await Promise.resolve(
				path === '/web/webclient/version_info' ? toReply(200, versionInfo) : toReply(status, text),
			);
		},
		{ database: 'shop', apiVersion: 'json2' },
	);
	return { transport, calls };
};

describe('JSON-2 chosen', () => {
	it.each([
		{ version: 18, status: 303, text: PAGE },
		{ version: 17, status: 404, text: PAGE },
		{ version: 14, status: 404, text: NOT_FOUND },
		{ version: 14, status: 200, text: NOT_FOUND },
	])(
		'for Odoo $version, which has none, says what to choose: $status',
		async ({ version, status, text }) => {
			await expect(
				odoo(version, status, text).transport.call('res.users', 'context_get'),
			).rejects.toMatchObject({
				kind: 'misconfigured',
				reason: `Odoo ${version} has no JSON-2 interface`,
				advice: "Set 'API Version' in the credential to Auto or to JSON-RPC.",
			});
		},
	);

	it('for an Odoo that has it says what else is wrong', async () => {
		const { transport, calls } = odoo(19, 303);
		await expect(transport.call('res.users', 'context_get')).rejects.toMatchObject({
			reason: 'the address redirects to another one (HTTP 303)',
		});
		expect(calls).toEqual(['res.users.context_get', 'version']);
	});
});

describe('a read that something else answered', () => {
	it('is unreachable, with the advice for what came', async () => {
		const { transport } = odoo(19, 200, '"soon"');
		const failure = transport.call('sale.order', 'search_read');
		await expect(failure).rejects.toMatchObject({
			kind: 'unreachable',
			advice: expect.stringContaining('maintenance page'),
		});
	});

	it('has the advice of its own kind where nobody knows better', async () => {
		const { transport } = odoo(19, 502);
		await expect(transport.call('sale.order', 'search_read')).rejects.toMatchObject({
			kind: 'unreachable',
			advice: 'Check that Odoo is running and that the URL in the credential is right.',
		});
	});
});
