// @ts-check
import { atEnd } from './ending.mjs';

/** One Odoo for the whole live suite, on a fresh copy of the template database; or the one that is given. */
export default async function globalSetup() {
	if (process.env.O2C_LIVE_ODOO) return;
	const { ensurePackages } = await import('../lab/debian.mjs');
	const { startPostgres } = await import('../lab/postgres.mjs');
	const { dropAbandonedDatabases } = await import('./abandoned.mjs');
	const { createDatabase, dropDatabase, ensureTemplate, startOdoo } = await import(
		'../lab/odoo.mjs'
	);
	await ensurePackages();
	await startPostgres();
	await ensureTemplate();
	await dropAbandonedDatabases('live_');
	const database = `live_${process.pid}`;
	await createDatabase(database);
	const odoo = await startOdoo({ database });
	const { url, adminKey, userKey, adminPassword } = odoo;
	process.env.O2C_LIVE_ODOO = JSON.stringify({ url, database, adminKey, userKey, adminPassword });
	atEnd(async () => {
		await odoo.stop();
		await dropDatabase(database);
	});
}
