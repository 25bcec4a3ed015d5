// @ts-check
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { odooData } from './command.mjs';
import { run } from '../shell.mjs';
import { psql } from '../sql.mjs';
import { labUser } from '../user.mjs';

/** Copies a database with its attachments. @param {string} source @param {string} target */
export async function copyDatabase(source, target) {
	// The default way writes each page to the log of changes as well; copying files is several times faster.
	await psql('postgres', `CREATE DATABASE ${target} TEMPLATE ${source} STRATEGY file_copy`);
	// Odoo never changes an attachment's file in place, so the copies may share them.
	if (existsSync(filestore(source))) {
		await run(['cp', '--archive', '--link', filestore(source), filestore(target)], {
			log: 'odoo-database',
			as: labUser(),
		});
	}
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
