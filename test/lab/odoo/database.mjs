// @ts-check
import { copyDatabase, discard } from './copy.mjs';
import { ensureTemplate } from './template.mjs';
import { checkedName, psql } from '../sql.mjs';

/**
 * A fresh Odoo database, copied from the template.
 * @param {string} database
 * @param {readonly string[]} [modules] of Odoo, that it has besides
 */
export async function createDatabase(database, modules = []) {
	const template = await ensureTemplate(modules);
	if (await databaseExists(database)) {
		throw new Error(
			`There is a database "${database}" already. Choose another name, or drop it first.`,
		);
	}
	await copyDatabase(template, database);
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
