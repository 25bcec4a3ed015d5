// @ts-check
import { existsSync } from 'node:fs';
import { labUser } from '../user.mjs';
import { discard, ensureTemplate, filestore, template } from './template.mjs';
import { run } from '../shell.mjs';
import { checkedName, psql } from '../sql.mjs';

/**
 * A fresh Odoo database, copied from the template.
 * @param {string} database
 */
export async function createDatabase(database) {
	await ensureTemplate();
	if (await databaseExists(database)) {
		throw new Error(
			`There is a database "${database}" already. Choose another name, or drop it first.`,
		);
	}
	// The default way writes each page to the log of changes as well; copying files is several times faster.
	await psql('postgres', `CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY file_copy`);
	// Odoo never changes an attachment's file in place, so the copies may share them.
	if (existsSync(filestore(template))) {
		await run(['cp', '--archive', '--link', filestore(template), filestore(database)], {
			log: 'odoo-database',
			as: labUser(),
		});
	}
}

/** Ends the database's sessions, and removes it with its attachments. @param {string} database */
export async function dropDatabase(database) {
	await discard(checkedName(database));
}

/** @param {string} database */
export async function databaseExists(database) {
	return (
		(
			await psql('postgres', `SELECT 1 FROM pg_database WHERE datname = '${checkedName(database)}'`)
		).trim() === '1'
	);
}
