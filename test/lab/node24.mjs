// @ts-check
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './processes/lock.mjs';
import { npm } from './npm.mjs';
import { ensureLabDir } from './paths.mjs';
import { step } from './progress.mjs';

/** n8n needs Node 24; npm carries the program itself as a package, so nobody has to change the Node they work with. */
export async function ensureNode24() {
	if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
	const { home, program } = place();
	await withLock('node24', async () => {
		if (!existsSync(program)) await step('Fetching Node 24 for n8n', () => install(home));
	});
	return program;
}

/** The headers that come with it: a native module is then built without the network. */
export function node24Headers() {
	const { program } = place();
	return existsSync(program) ? join(program, '..', '..') : undefined;
}

function place() {
	const home = join(ensureLabDir(), 'node24');
	return { home, program: join(home, 'node_modules', packageName(), 'bin', 'node') };
}

/** @param {string} home */
async function install(home) {
	mkdirSync(home, { recursive: true });
	writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
	await npm(['install', '--no-save', '--ignore-scripts', `${packageName()}@24`], {
		cwd: home,
		log: 'node24',
	});
}

function packageName() {
	const { platform, arch } = process;
	if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return `node-linux-${arch}`;
	throw new Error(
		`The lab has a Node 24 for Linux on x64 and arm64; this is ${platform} on ${arch}. Run it with Node 24 of your own.`,
	);
}
