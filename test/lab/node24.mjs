// @ts-check
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './processes/lock.mjs';
import { npm } from './npm.mjs';
import { ensureLabDir } from './paths.mjs';
import { step } from './progress.mjs';

/** n8n needs Node 24; npm carries the program itself as a package, so nobody has to change the Node they work with. */
export async function ensureNode24() {
	if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
	const home = join(ensureLabDir(), 'node24');
	await withLock('node24', async () => {
		if (!existsSync(home)) await step('Fetching Node 24 for n8n', () => fetchInto(home));
	});
	return join(home, 'node_modules', packageName(), 'bin', 'node');
}

/** Renamed into place when whole. @param {string} home */
async function fetchInto(home) {
	const draft = `${home}.fetch`;
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft);
	writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
	const wanted = `${packageName()}@24`;
	await npm(['install', '--no-save', '--ignore-scripts', wanted], { cwd: draft, log: 'node24' });
	renameSync(draft, home);
}

function packageName() {
	const { platform, arch } = process;
	if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return `node-linux-${arch}`;
	throw new Error(
		`The lab fetches Node 24 for Linux on x64 and arm64 only; this is ${platform} on ${arch}. Run it with your own Node 24.`,
	);
}
