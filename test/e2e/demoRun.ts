/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- runs in jest, outside n8n */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

import { n8n, odoo } from './servers';

const report = z.object({
	workflow: z.string(),
	outcomes: z.array(
		z.object({ id: z.number(), name: z.string(), customer: z.string(), kind: z.string() }),
	),
});

export interface DemoRun extends z.output<typeof report> {
	/** What it said on the terminal. */
	readonly output: string;
}

export interface Ended {
	readonly exitCode: number | null;
	readonly output: string;
}

/** `npm run demo` with these flags, to its end. */
export const demo = async (
	flags: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<Ended> => {
	const child = spawn(process.execPath, ['test/demo/demo.mjs', ...flags], {
		env: { ...process.env, ...env },
	});
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
	const exitCode = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	return { exitCode, output: said.join('') };
};

/** The whole demonstration against the given Odoo and n8n: the very command people use. @throws Error with what it said, when it fails */
export const runDemo = async (): Promise<DemoRun> => {
	const file = join(tmpdir(), `o2c-e2e-${process.pid}.json`);
	const flags = [
		'--once',
		'--odoo-url',
		odoo.url,
		'--odoo-database',
		odoo.database,
		'--n8n-url',
		n8n.url,
		'--report',
		file,
	];
	const keys = {
		O2C_ODOO_API_KEY: odoo.userKey,
		O2C_ODOO_SETUP_API_KEY: odoo.adminKey,
		O2C_N8N_API_KEY: n8n.apiKey,
	};
	const { exitCode, output } = await demo(flags, keys);
	if (exitCode !== 0)
		throw new Error(`The demonstration ended with ${String(exitCode)}:\n${output}`);
	return { output, ...report.parse(JSON.parse(readFileSync(file, 'utf8'))) };
};
