// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startN8n } from '../../lab/n8n.mjs';
import { openN8n } from '../../lab/n8nApi.mjs';
import { createDatabase, dropDatabase, startOdoo } from '../../lab/odoo.mjs';
import { ensureLabDir, repositoryRoot } from '../../lab/paths.mjs';
import { choosePort, isFree } from '../../lab/processes/ports.mjs';
import { until } from '../../lab/until.mjs';
import { startSink } from './sink.mjs';

/**
 * An Odoo of its own, an n8n of its own with the built package and both credentials, and a step that takes the events.
 * @param {string} name @param {{ workers?: number, env?: (n8nPort: number) => Promise<Record<string, string>> }} [options]
 */
export async function openStage(name, { workers = 2, env = async () => ({}) } = {}) {
	const database = `${name}_${process.pid}`;
	const home = join(ensureLabDir(), `n8n-${name}-${process.pid}`);
	await createDatabase(database);
	const [odooPort, n8nPort] = [
		await choosePort(undefined, 'Odoo'),
		await choosePort(undefined, 'n8n'),
	];
	let odoo = await startOdoo({ database, port: odooPort, workers });
	const admin = { url: odoo.url, database, key: odoo.adminKey };
	const sink = await startSink({ ...admin, key: odoo.userKey });
	const settings = { userFolder: home, port: n8nPort, env: await env(n8nPort) };
	let n8n = await startN8n({
		...settings,
		packageDir: process.env.CHAOS_PACKAGE ?? repositoryRoot,
	});
	const api = await openN8n(n8n);
	const access = { url: odoo.url, database, apiVersion: 'auto', userName: '' };
	const asUser = { ...access, apiKey: odoo.userKey };
	await api.createCredential('odooOrderToCashApi', { ...asUser, companyId: 0 });
	const setup = await api.createCredential('odooOrderToCashSetupApi', {
		...access,
		apiKey: odoo.adminKey,
	});

	return {
		admin,
		api,
		sink,
		/** Leaves the setup credential a key without rights. */
		loseSetupRights: async () => {
			await api.api('DELETE', `/credentials/${setup.id}`);
			await api.createCredential('odooOrderToCashSetupApi', asUser);
		},
		killN8n: async () => await n8n.kill(),
		restartN8n: async () => {
			// What a killed process leaves may hold its port for a moment.
			await until(`port ${n8nPort} to be free`, () => isFree(n8nPort));
			n8n = await startN8n(settings);
		},
		stopOdoo: async () => await odoo.stop(),
		restartOdoo: async () => {
			odoo = await startOdoo({ database, port: odooPort, workers });
		},
		close: async () => {
			await n8n.stop();
			await sink.stop();
			await odoo.stop();
			await dropDatabase(database);
			rmSync(home, { recursive: true, force: true });
		},
	};
}
