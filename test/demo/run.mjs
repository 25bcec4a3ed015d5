// @ts-check
import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { withLock } from '../lab/processes/lock.mjs';
import { runPipeline } from './pipeline.mjs';
import { startServers } from './servers.mjs';
import { isComplete, toText } from './table.mjs';

/** @typedef {import('./flags.mjs').Flags} Flags */

/**
 * The demonstration from end to end. Two at once in one lab would work on one database and one n8n folder.
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code
 */
export const runDemo = async (flags) =>
	flags.odoo && flags.n8n ? await run(flags) : await withLock('demo', () => run(flags));

/** @param {Flags} flags */
async function run(flags) {
	const servers = await startServers(flags);
	const { outcomes, workflow } = await runPipeline(servers);
	console.log(`\n${toText(outcomes)}\n\n${whereToLook(servers, workflow)}`);
	if (flags.report)
		writeFileSync(flags.report, `${JSON.stringify({ workflow, outcomes }, null, '\t')}\n`);
	if (!flags.once) await untilInterrupted();
	await servers.stop();
	return isComplete(outcomes) ? 0 : 1;
}

/** @param {import('./servers.mjs').Servers} servers @param {string} workflow */
function whereToLook({ odoo, n8n }, workflow) {
	const login = (/** @type {readonly string[]} */ logins) => logins.map((text) => `      ${text}`);
	return [
		`n8n   ${n8n.url}/workflow/${workflow}`,
		...login(n8n.logins),
		`Odoo  ${odoo.url}/odoo/sales?db=${odoo.database}`,
		...login(odoo.logins),
	].join('\n');
}

/** n8n goes on working: what is confirmed in Odoo now is picked up within a minute. */
async function untilInterrupted() {
	console.log(
		'\nBoth keep running until Ctrl-C. Confirm an order of one of these customers in Odoo, and watch n8n pick it up within a minute.',
	);
	const alive = setInterval(() => {}, 60_000);
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	clearInterval(alive);
	console.log('\nStopping');
}
