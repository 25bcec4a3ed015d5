// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensurePackages } from './debian.mjs';
import { holders } from './processes/holders.mjs';
import { createDatabase, databaseExists, dropDatabase, odooLogins, startOdoo } from './odoo.mjs';
import { odooCommand, odooData } from './odoo/command.mjs';
import { labDir, removeLabDir } from './paths.mjs';
import { isFree } from './processes/ports.mjs';
import { startPostgres, stopPostgres } from './postgres.mjs';
import { runningCluster } from './postgresCluster.mjs';
import { stopProcess } from './processes/identity.mjs';
import { say } from './progress.mjs';
import { runningServers } from './processes/running.mjs';
import { checkedName } from './sql.mjs';

const developers = 'o2c_dev';
// A bookmark keeps working as long as nobody else takes the port.
const usualPort = 8169;

/** Leaves PostgreSQL and an Odoo running for a developer, and tells how to get in. @param {string} [how] "fresh": on a new database */
export async function up(how) {
	await ensurePackages();
	await startPostgres({ keep: true });
	if (how === 'fresh') await clear();
	if (!(await databaseExists(developers))) await createDatabase(developers);
	const port = (await isFree(usualPort)) ? usualPort : undefined;
	const url =
		developersOdoo()?.url ?? (await startOdoo({ database: developers, port, keep: true })).url;
	const { adminPassword, adminKey, userPassword, userKey } = await odooLogins();
	console.log(
		[
			`Odoo      ${url}   database ${developers}`,
			`admin     login admin   password ${adminPassword}   API key ${adminKey}`,
			`nodes     login o2c     password ${userPassword}   API key ${userKey}`,
			'Stop it with: node test/lab/lab.mjs down',
		].join('\n'),
	);
}

/** What runs, as JSON. */
export function status() {
	const lab = existsSync(labDir());
	const postgres = lab ? runningCluster() : undefined;
	const servers = lab ? runningServers() : [];
	console.log(
		JSON.stringify(
			{
				folder: labDir(),
				postgres: postgres && { ...postgres, heldBy: holders('postgres') },
				servers,
			},
			null,
			'\t',
		),
	);
}

/** Ends what "up" keeps running; a test run that is under way keeps its own. */
export async function down() {
	if (!existsSync(labDir())) return;
	for (const server of runningServers().filter(({ kept }) => kept)) {
		await stopProcess(server);
		say(`Ended ${server.name}`);
	}
	const ended = await stopPostgres();
	say(
		ended
			? 'PostgreSQL is down'
			: `PostgreSQL stays up: process ${holders('postgres').join(', ')} is using it`,
	);
}

/** Ends everything and removes the lab's folder. */
export async function reset() {
	if (!existsSync(labDir())) return removeLabDir();
	await Promise.all(runningServers().map((server) => stopProcess(server)));
	const postgres = runningCluster();
	if (postgres !== undefined) await stopProcess(postgres, { politely: 'SIGINT' });
	removeLabDir();
	say(`Removed ${labDir()}`);
}

/** Odoo's own Python prompt. */
export async function odooShell(database = developers) {
	if (!(await databaseExists(checkedName(database))))
		throw new Error(`There is no database "${database}".`);
	const { command, ...options } = await odooCommand([
		'shell',
		'--data-dir',
		odooData(),
		'-d',
		database,
		'--no-http',
	]);
	const { as, env, cwd } = options;
	return (
		spawnSync(command[0], command.slice(1), {
			...as,
			cwd,
			env: { ...env, TERM: process.env.TERM },
			stdio: 'inherit',
		}).status ?? 1
	);
}

async function clear() {
	const server = developersOdoo();
	if (server !== undefined) await stopProcess(server);
	await dropDatabase(developers);
}

function developersOdoo() {
	return runningServers().find(({ kept, database }) => kept && database === developers);
}
