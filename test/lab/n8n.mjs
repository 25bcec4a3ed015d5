// @ts-check
import { lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { ensureN8n } from './n8n/install.mjs';
import { installPackage } from './n8n/communityPackage.mjs';
import { choosePort } from './processes/ports.mjs';
import { step } from './progress.mjs';
import { startServer } from './processes/server.mjs';

export { ensureN8n, installPackage };

/**
 * @typedef {object} N8nServer
 * @property {string} url
 * @property {string} userFolder
 * @property {number} pid
 * @property {() => Promise<void>} stop asks it to end
 * @property {() => Promise<void>} kill ends it at once, as a crash would
 */

/**
 * Starts n8n on a folder of its own and waits until it is ready. A second start on the same folder finds everything again.
 * @param {object} options
 * @param {string} options.userFolder
 * @param {number} [options.port] give the former one on a restart: registered webhooks name it
 * @param {string} [options.packageDir] a package to put in first: a tarball of "npm pack", or the built package's folder
 * @param {Record<string, string>} [options.env] more settings of n8n
 * @param {boolean} [options.keep]
 * @param {boolean} [options.detached]
 * @returns {Promise<N8nServer>}
 */
export async function startN8n({ userFolder, port, packageDir, env = {}, keep = false, detached }) {
	const home = resolve(userFolder);
	const { node, program } = await ensureN8n();
	mkdirSync(home, { recursive: true, mode: 0o700 });
	putCacheAside(home);
	if (packageDir !== undefined) await installPackage(home, packageDir);
	const http = await choosePort(port, 'n8n');
	const url = `http://127.0.0.1:${http}`;
	const name = `n8n-${basename(home)}`;
	const settings = {
		...(await environment(home, http, url)),
		PATH: [dirname(node), process.env.PATH].join(delimiter),
		...env,
	};
	const { pid, stop, kill } = await step(`Starting n8n on ${basename(home)}`, () =>
		startServer({
			name,
			url,
			command: [node, program, 'start'],
			env: settings,
			cwd: home,
			keep,
			detached,
			ready: () => answers(url),
		}),
	);
	return { url, userFolder: home, pid, stop, kill };
}

/**
 * n8n unpacks its editor into a cache below its folder. The linter's fixed settings leave out folders called node_modules only,
 * and the editor's scripts are not ours to check.
 * @param {string} home
 */
function putCacheAside(home) {
	const link = join(home, '.cache');
	if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return;
	rmSync(link, { recursive: true, force: true });
	mkdirSync(join(home, 'node_modules', 'cache'), { recursive: true });
	symlinkSync(join('node_modules', 'cache'), link);
}

/** @param {string} home @param {number} port @param {string} url */
async function environment(home, port, url) {
	return {
		// n8n also writes below the home folder; two of them would share that.
		HOME: home,
		LANG: 'C.UTF-8',
		N8N_USER_FOLDER: home,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(await choosePort(undefined, "n8n's task broker")),
		WEBHOOK_URL: `${url}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		GENERIC_TIMEZONE: 'UTC',
	};
}

/** @param {string} url */
async function answers(url) {
	const response = await fetch(`${url}/healthz/readiness`, { signal: AbortSignal.timeout(5000) });
	return response.ok;
}
