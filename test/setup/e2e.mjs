// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, odooPackages } from '../lab/debian.mjs';
import { startN8n } from '../lab/n8n.mjs';
import { openSession } from '../lab/n8n/session.mjs';
import { createDatabase, dropDatabase, startOdoo } from '../lab/odoo.mjs';
import { ensureLabDir, repositoryRoot } from '../lab/paths.mjs';
import { startPostgres } from '../lab/postgres.mjs';
import { dropAbandonedDatabases, removeAbandonedFolders } from './abandoned.mjs';
import { atEnd } from './ending.mjs';
import { buildProject } from './project.mjs';

/** A fresh Odoo database, and a fresh n8n with the packed package in it; the tests learn of them by O2C_E2E. */
export default async function globalSetup() {
	await buildProject();
	await ensurePackages([...odooPackages, 'g++', 'make']);
	await startPostgres();
	await dropAbandonedDatabases('e2e_');
	removeAbandonedFolders('e2e-n8n-');
	const database = `e2e_${process.pid}`;
	await createDatabase(database);
	const odoo = await startOdoo({ database });
	const userFolder = join(ensureLabDir(), `e2e-n8n-${process.pid}`);
	const n8n = await startN8n({ userFolder, packageDir: repositoryRoot });
	const { access } = await openSession(n8n);
	const { url, adminKey, userKey } = odoo;
	process.env.O2C_E2E = JSON.stringify({
		odoo: { url, database, adminKey, userKey },
		n8n: { url: n8n.url, apiKey: access.apiKey },
	});
	atEnd(async () => {
		await Promise.all([odoo.stop(), n8n.stop()]);
		await dropDatabase(database);
		rmSync(userFolder, { recursive: true, force: true });
	});
}
