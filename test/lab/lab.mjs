// @ts-check
// node test/lab/lab.mjs up [fresh] | status | down | reset | odoo-shell [database]
import { down, odooShell, reset, status, up } from './commands.mjs';

const commands = { up, status, down, reset, 'odoo-shell': odooShell };
const [name = '', ...args] = process.argv.slice(2);
const command = commands[/** @type {keyof typeof commands} */ (name)];

try {
	if (command === undefined)
		throw new Error(`Usage: node test/lab/lab.mjs ${Object.keys(commands).join('|')}`);
	process.exitCode = (await command(...args)) ?? 0;
} catch (error) {
	console.error(/** @type {Error} */ (error).message);
	process.exitCode = 1;
}
