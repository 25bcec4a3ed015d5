// @ts-check
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensurePackages } from '../debian.mjs';
import { withLock } from '../processes/lock.mjs';
import { ensureNode24 } from '../node24.mjs';
import { npm } from '../npm.mjs';
import { ensureLabDir, labSource } from '../paths.mjs';
import { say, step } from '../progress.mjs';
import { run } from '../shell.mjs';

const recipe = join(labSource, 'n8n');
const nativeModules = ['sqlite3', 'isolated-vm'];

/**
 * Installs n8n once for a recipe.
 * @returns {Promise<{ node: string, program: string }>} the Node it runs on, and its start script
 */
export async function ensureN8n() {
	const node = await ensureNode24();
	const home = join(ensureLabDir(), 'n8n');
	const stamp = join(home, 'stamp');
	const wanted = fingerprint(node);
	await withLock('n8n', async () => {
		if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
		await install(home, node);
		writeFileSync(stamp, wanted);
	});
	return { node, program: join(home, 'node_modules', 'n8n', 'bin', 'n8n') };
}

/** @param {string} home @param {string} node */
async function install(home, node) {
	mkdirSync(home, { recursive: true });
	// Whatever an interrupted install left is not to be trusted.
	for (const name of ['stamp', 'node_modules'])
		rmSync(join(home, name), { recursive: true, force: true });
	for (const name of ['package.json', 'package-lock.json'])
		copyFileSync(join(recipe, name), join(home, name));
	// sqlite3 is compiled where its ready-made build cannot be fetched.
	await ensurePackages(['g++', 'make', 'python3']);
	const options = { cwd: home, log: 'n8n-install', path: dirname(node) };
	await step('Installing n8n (2.8 GB, some minutes)', () => fetchModules(options));
	await step('Building the native modules of n8n', async () => {
		const env = { npm_config_nodedir: headersOf(node), npm_config_python: '/usr/bin/python3' };
		await npm(['rebuild', ...nativeModules, '--ignore-scripts=false'], { ...options, env });
		// A build that cannot be loaded would show up as an n8n that does not start.
		const load = `for (const name of ${JSON.stringify(nativeModules)}) require(name)`;
		await run([node, '-e', load], options);
	});
}

/** @param {{ cwd: string, log: string, path: string }} options */
async function fetchModules(options) {
	try {
		// Not "ci": it insists on the packages of other platforms, which a partial mirror may lack.
		await npm(['install', '--ignore-scripts'], options);
	} catch (error) {
		say(
			`This registry lacks some locked packages of n8n, so other matching versions are installed.\n${/** @type {Error} */ (error).message}`,
		);
		await npm(['install', '--ignore-scripts', '--no-package-lock'], options);
	}
}

/** C headers beside the program, so that a build does not have to fetch them. @param {string} node */
function headersOf(node) {
	const home = join(dirname(node), '..');
	return existsSync(join(home, 'include', 'node', 'node_api.h')) ? home : undefined;
}

/** Another release line of Node cannot load what was built for this one. @param {string} node */
function fingerprint(node) {
	const files = ['package.json', 'package-lock.json'].map((name) =>
		readFileSync(join(recipe, name), 'utf8'),
	);
	const line = node === process.execPath ? process.versions.node.split('.')[0] : '24';
	return createHash('sha256')
		.update([...files, process.arch, line].join('\0'))
		.digest('hex');
}
