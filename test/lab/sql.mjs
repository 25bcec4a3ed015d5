// @ts-check
import { startPostgres } from './postgres.mjs';
import { postgresProgram } from './postgresCluster.mjs';
import { run } from './shell.mjs';

/**
 * The rows of a SELECT, read past Odoo: tests recompute its figures from them.
 * @param {string} database
 * @param {string} query one statement
 * @returns {Promise<any[]>}
 */
export async function sql(database, query) {
	const select = query.trim().replace(/;$/, '');
	return JSON.parse(
		await psql(database, `SELECT coalesce(json_agg(answer), '[]') FROM (\n${select}\n) AS answer`),
	);
}

/**
 * Runs statements and answers with what psql prints, unaligned.
 * @param {string} database
 * @param {string} statements
 */
export async function psql(database, statements) {
	const { host, port, user, password } = await startPostgres();
	const env = {
		PATH: process.env.PATH,
		LANG: 'C.UTF-8',
		PGHOST: host,
		PGPORT: String(port),
		PGUSER: user,
		PGPASSWORD: password,
	};
	return run(
		[
			postgresProgram('psql'),
			'-X',
			'-q',
			'-A',
			'-t',
			'-v',
			'ON_ERROR_STOP=1',
			'-d',
			checkedName(database),
		],
		{
			log: 'psql',
			env,
			input: statements,
		},
	);
}

/** Names go into commands and identifiers, so only plain ones are taken. @param {string} database */
export function checkedName(database) {
	if (/^[a-z][a-z0-9_]{0,62}$/.test(database)) return database;
	throw new Error(
		`"${database}" is not a valid name for a lab database: use lower-case letters, digits and underscores, starting with a letter.`,
	);
}
