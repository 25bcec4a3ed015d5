import { demo } from './demoRun';
import { n8n, odoo } from './servers';

const MINUTE = 60_000;

describe('the command refuses what it cannot do, and says what to do', () => {
	const existing = ['--odoo-url', odoo.url, '--odoo-database', odoo.database, '--n8n-url', n8n.url];
	const keys = { O2C_ODOO_API_KEY: odoo.adminKey, O2C_N8N_API_KEY: n8n.apiKey };
	const nobody = 'http://127.0.0.1:9';

	it.each([
		{ when: 'a flag is unknown', flags: ['--onse'], says: /--onse[\s\S]*npm run demo -- --once/ },
		{
			when: 'an Odoo is named without its database',
			flags: ['--odoo-url', odoo.url],
			says: /Give --odoo-database/,
		},
		{
			when: 'a key is missing',
			flags: existing,
			says: /Give --odoo-api-key \(or O2C_ODOO_API_KEY\)/,
		},
		{
			when: 'a port is no port',
			flags: ['--n8n-port', '70000'],
			says: /--n8n-port is not a port: 70000/,
		},
		{
			when: 'n8n refuses the key',
			flags: existing,
			env: { ...keys, O2C_N8N_API_KEY: 'wrong' },
			says: /refuses the API key/,
		},
		{
			when: 'Odoo refuses the key',
			flags: existing,
			env: { ...keys, O2C_ODOO_API_KEY: 'wrong' },
			says: /Invalid apikey\nCheck the API key/,
		},
		{
			when: 'n8n is not there',
			flags: [...existing, '--n8n-url', nobody],
			env: keys,
			says: /n8n at http:\/\/127\.0\.0\.1:9 does not answer/,
		},
		{
			when: 'Odoo is not there',
			flags: [...existing, '--odoo-url', nobody],
			env: keys,
			says: /nothing listens at that address/,
		},
	])(
		'when $when',
		async ({ flags, env, says }) => {
			const { exitCode, output } = await demo([...flags, '--once'], env);
			expect(exitCode).toBe(1);
			expect(output).toMatch(says);
			expect(output).not.toMatch(/\n {4}at /);
		},
		MINUTE,
	);
});
