// @ts-check
// npm run demo: needs nothing but Node 20 and npm, so nothing outside Node and the lab is imported before "prepare".
import { reset } from '../lab/commands.mjs';
import { parseFlags, usage } from './flags.mjs';
import { prepare } from './prepare.mjs';

/** @param {string[]} args */
async function main(args) {
	const flags = parseFlags(args, process.env);
	if (flags.help) return console.log(usage);
	if (flags.reset) return await reset();
	await prepare({ packs: !flags.n8n });
	const { runDemo } = await import('./run.mjs');
	process.exitCode = await runDemo(flags);
}

try {
	await main(process.argv.slice(2));
} catch (error) {
	// Failures of Odoo also say what to do.
	const { message, advice = '' } = /** @type {Error & { advice?: string }} */ (error);
	console.error(`\n${message}\n${advice}`.trimEnd());
	process.exitCode = 1;
}
