// @ts-check
import { parseArgs } from 'node:util';

/**
 * @typedef {object} Flags
 * @property {boolean} help
 * @property {boolean} reset
 * @property {boolean} once
 * @property {ExternalOdoo | undefined} odoo an Odoo that is there already, instead of the lab's own
 * @property {{ url: string, apiKey: string } | undefined} n8n likewise
 * @property {{ odoo?: number, n8n?: number }} ports
 * @property {string | undefined} report a file for the outcomes, as JSON
 *
 * @typedef {{ url: string, database: string, apiKey: string, setupApiKey: string }} ExternalOdoo
 */

export const usage = `The order-to-cash workflow on a real Odoo and a real n8n.

  npm run demo                     starts everything, shows the outcome of each order, keeps running until Ctrl-C
  npm run demo -- --once           stops at the end; exit code 0 when every order has an outcome
  npm run demo -- --reset          removes everything it created (the folder .lab, or O2C_LAB_DIR)

  --odoo-url URL                   an existing Odoo 19, a test system: orders, customers and a warehouse are added to it
  --odoo-database NAME             its database
  --odoo-api-key KEY               key of the user the nodes work as (or O2C_ODOO_API_KEY)
  --odoo-setup-api-key KEY         key of an administrator who loads the orders, when that is another user (or O2C_ODOO_SETUP_API_KEY)
  --n8n-url URL                    an existing n8n with this package installed
  --n8n-api-key KEY                its API key (or O2C_N8N_API_KEY)
  --odoo-port N, --n8n-port N      ports of the servers it starts
  --report FILE                    writes the outcomes as JSON
  --help`;

const text = /** @type {const} */ ({ type: 'string' });
const options = /** @type {const} */ ({
	help: { type: 'boolean', default: false },
	reset: { type: 'boolean', default: false },
	once: { type: 'boolean', default: false },
	'odoo-url': text,
	'odoo-database': text,
	'odoo-api-key': text,
	'odoo-setup-api-key': text,
	'odoo-port': text,
	'n8n-url': text,
	'n8n-api-key': text,
	'n8n-port': text,
	report: text,
});

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Flags} @throws Error that a person can act on */
export function parseFlags(args, env) {
	const values = read(args);
	return {
		help: values.help,
		reset: values.reset,
		once: values.once,
		odoo: toOdoo(values, env),
		n8n: toN8n(values, env),
		ports: { odoo: toPort(values, 'odoo-port'), n8n: toPort(values, 'n8n-port') },
		report: values.report,
	};
}

/** @param {string[]} args */
function read(args) {
	try {
		return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
	} catch (error) {
		throw new Error(`${/** @type {Error} */ (error).message.split('. To ')[0]}.\n\n${usage}`, {
			cause: error,
		});
	}
}

/** @typedef {ReturnType<typeof read>} Values */

/** @param {Values} values @param {NodeJS.ProcessEnv} env */
function toOdoo(values, env) {
	const database = values['odoo-database'];
	const apiKey = values['odoo-api-key'] ?? env.O2C_ODOO_API_KEY;
	if (values['odoo-url'] === undefined) {
		if (database !== undefined || values['odoo-api-key'] !== undefined)
			throw new Error(
				'--odoo-database and --odoo-api-key belong to an existing Odoo: give --odoo-url too.',
			);
		return undefined;
	}
	if (database === undefined)
		throw new Error('Which database? Give --odoo-database with --odoo-url.');
	if (!apiKey) throw new Error('Give --odoo-api-key (or O2C_ODOO_API_KEY) with --odoo-url.');
	const setupApiKey = values['odoo-setup-api-key'] ?? env.O2C_ODOO_SETUP_API_KEY ?? apiKey;
	return { url: toUrl(values['odoo-url'], '--odoo-url'), database, apiKey, setupApiKey };
}

/** @param {Values} values @param {NodeJS.ProcessEnv} env */
function toN8n(values, env) {
	const apiKey = values['n8n-api-key'] ?? env.O2C_N8N_API_KEY;
	if (values['n8n-url'] === undefined) {
		if (values['n8n-api-key'] !== undefined)
			throw new Error('--n8n-api-key belongs to an existing n8n: give --n8n-url too.');
		return undefined;
	}
	if (!apiKey) throw new Error('Give --n8n-api-key (or O2C_N8N_API_KEY) with --n8n-url.');
	return { url: toUrl(values['n8n-url'], '--n8n-url'), apiKey };
}

/** @param {string} value @param {string} flag */
function toUrl(value, flag) {
	if (!URL.canParse(value) || !/^https?:/.test(value))
		throw new Error(`${flag} is not a web address: ${value}`);
	return value.replace(/\/+$/, '');
}

/** @param {Values} values @param {'odoo-port' | 'n8n-port'} name */
function toPort(values, name) {
	const value = values[name];
	if (value === undefined) return undefined;
	const port = Number(value);
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Error(`--${name} is not a port: ${value}`);
	return port;
}
