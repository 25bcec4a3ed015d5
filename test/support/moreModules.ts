/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in jest, outside n8n */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Drop shipments and kits. */
const MODULES = ['stock_dropshipping', 'sale_mrp'];

const start = async () => {
	const program = [`${__dirname}/moreModulesServer.mjs`, ...MODULES];
	const server = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'] });
	const ended = once(server, 'exit');
	const started: unknown = await Promise.race([
		once(server.stdout, 'data').then(([address]) => String(address)),
		ended.then(() => null),
	]);
	if (typeof started !== 'string') throw new Error(`No Odoo with ${MODULES.join(' and ')}`);
	return {
		address: started,
		stop: async () => {
			server.stdin.end();
			await ended;
		},
	};
};

/**
 * All tests of the file work on an Odoo of their own that has more modules: installed for one file they would be there for
 * all others, in the middle of their work. One set for all such files, because each set costs a template.
 */
export const withMoreModules = (): void => {
	let own: Awaited<ReturnType<typeof start>> | undefined;
	beforeAll(async () => {
		own = await start();
		// Jest gives each file an environment of its own.
		process.env.O2C_LIVE_ODOO = own.address;
	}, 400_000);
	afterAll(async () => await own?.stop());
};
