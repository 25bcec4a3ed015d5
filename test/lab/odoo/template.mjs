// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../processes/lock.mjs';
import { odooCommand, odooData } from './command.mjs';
import { copyDatabase, discard, filestore } from './copy.mjs';
import { odooLogins } from './logins.mjs';
import { ensureOdooSource } from './source.mjs';
import { labSource } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';
import { step } from '../progress.mjs';
import { run } from '../shell.mjs';
import { checkedName, psql } from '../sql.mjs';

const base = 'o2c_template';
const modules = 'sale_management,sale_stock,stock_delivery,account,base_automation';
const loginsScript = join(labSource, 'odoo', 'logins.py');

/**
 * The database that others are copied from, with demo data and known logins; built once for a recipe.
 * @param {readonly string[]} [more] modules of Odoo; a template with them is made from the one without
 * @returns {Promise<string>} its name
 */
export async function ensureTemplate(more = []) {
	await startPostgres();
	if (more.length > 0) await ensureTemplate();
	const name = checkedName([base, ...more].join('_'));
	return withLock('template', async () => {
		const recipe = await fingerprint(more);
		if ((await builtFrom(name)) !== recipe)
			await step(`Building the Odoo template database ${name}`, () => build(name, recipe, more));
		return name;
	});
}

/** @param {string} name @param {string} recipe @param {readonly string[]} more */
async function build(name, recipe, more) {
	const draft = `${name}_draft`;
	await discard(draft);
	await (more.length > 0 ? extend(draft, more) : install(draft));
	await discard(name);
	if (existsSync(filestore(draft))) renameSync(filestore(draft), filestore(name));
	// The comment goes on before the name: a template of the right name is a finished one. No session may disturb a copy.
	await psql(
		'postgres',
		`COMMENT ON DATABASE ${draft} IS '${recipe}';
		ALTER DATABASE ${draft} RENAME TO ${name};
		ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false;`,
	);
}

/** @param {string} draft */
async function install(draft) {
	await step('Installing Odoo modules and demo data', () =>
		odoo(['-d', draft, '-i', modules, '--with-demo', '--stop-after-init', '--no-http']),
	);
	await step('Setting logins and API keys', async () =>
		odoo(['shell', '-d', draft, '--no-http'], {
			input: readFileSync(loginsScript, 'utf8'),
			env: { O2C_LOGINS: JSON.stringify(await odooLogins()) },
		}),
	);
}

/** @param {string} draft @param {readonly string[]} more */
async function extend(draft, more) {
	await copyDatabase(base, draft);
	await step(`Installing ${more.join(' and ')}`, () =>
		odoo(['-d', draft, '-i', more.join(','), '--stop-after-init', '--no-http']),
	);
}

/** @param {readonly string[]} args @param {{ input?: string, env?: NodeJS.ProcessEnv }} [extra] */
async function odoo([first, ...rest], { input, env = {} } = {}) {
	const args =
		first === 'shell'
			? [first, '--data-dir', odooData(), ...rest]
			: ['--data-dir', odooData(), first, ...rest];
	const call = await odooCommand(args);
	return run(call.command, {
		...call,
		env: { ...call.env, ...env },
		log: 'odoo-template',
		input,
	});
}

/** @param {readonly string[]} more */
async function fingerprint(more) {
	const source = await ensureOdooSource();
	const parts = [
		[modules, ...more].join(),
		readFileSync(loginsScript, 'utf8'),
		readFileSync(join(source, 'version'), 'utf8'),
		JSON.stringify(await odooLogins()),
	];
	return createHash('sha256').update(parts.join('\0')).digest('hex');
}

/** @param {string} name */
async function builtFrom(name) {
	const comment = `SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '${name}'`;
	return (await psql('postgres', comment)).trim();
}
