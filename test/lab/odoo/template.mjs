// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../processes/lock.mjs';
import { odooCommand, odooData } from './command.mjs';
import { odooLogins } from './logins.mjs';
import { ensureOdooSource } from './source.mjs';
import { labSource } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';
import { step } from '../progress.mjs';
import { run } from '../shell.mjs';
import { psql } from '../sql.mjs';

export const template = 'o2c_template';
const draft = 'o2c_template_draft';
const modules = 'sale_management,sale_stock,stock_delivery,account,base_automation';
const loginsScript = join(labSource, 'odoo', 'logins.py');

/** The database all others are copied from, with demo data and known logins; built once for a recipe. */
export async function ensureTemplate() {
	await startPostgres();
	return withLock('template', async () => {
		const recipe = await fingerprint();
		if ((await builtFrom()) !== recipe)
			await step('Building the Odoo template database', () => build(recipe));
		return template;
	});
}

/** @param {string} recipe */
async function build(recipe) {
	await discard(draft);
	await step('Installing Odoo modules and demo data', () =>
		odoo('odoo-template', [
			'-d',
			draft,
			'-i',
			modules,
			'--with-demo',
			'--stop-after-init',
			'--no-http',
		]),
	);
	await step('Setting logins and API keys', async () =>
		odoo('odoo-template', ['shell', '-d', draft, '--no-http'], {
			input: readFileSync(loginsScript, 'utf8'),
			env: { O2C_LOGINS: JSON.stringify(await odooLogins()) },
		}),
	);
	await discard(template);
	if (existsSync(filestore(draft))) renameSync(filestore(draft), filestore(template));
	// The comment goes on before the name: a template of the right name is a finished one. No session may disturb a copy.
	await psql(
		'postgres',
		`COMMENT ON DATABASE ${draft} IS '${recipe}';
		ALTER DATABASE ${draft} RENAME TO ${template};
		ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false;`,
	);
}

/** @param {string} log @param {readonly string[]} args @param {{ input?: string, env?: NodeJS.ProcessEnv }} [extra] */
export async function odoo(log, [first, ...rest], { input, env = {} } = {}) {
	const args =
		first === 'shell'
			? [first, '--data-dir', odooData(), ...rest]
			: ['--data-dir', odooData(), first, ...rest];
	const call = await odooCommand(args);
	return run(call.command, { ...call, env: { ...call.env, ...env }, log, input });
}

/** @param {string} database */
export function filestore(database) {
	return join(odooData(), 'filestore', database);
}

/** @param {string} database */
export async function discard(database) {
	await psql('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
	rmSync(filestore(database), { recursive: true, force: true });
}

async function fingerprint() {
	const source = await ensureOdooSource();
	const parts = [
		modules,
		readFileSync(loginsScript, 'utf8'),
		readFileSync(join(source, 'version'), 'utf8'),
		JSON.stringify(await odooLogins()),
	];
	return createHash('sha256').update(parts.join('\0')).digest('hex');
}

async function builtFrom() {
	const comment = `SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '${template}'`;
	return (await psql('postgres', comment)).trim();
}
