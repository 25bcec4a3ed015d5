// @ts-check
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { npm } from '../npm.mjs';
import { run } from '../shell.mjs';

/**
 * Puts a community package into n8n the way its users get it: packed, and unpacked among n8n's community nodes. Its node types
 * are then called "<package>.<node>", as in the templates.
 * @param {string} userFolder n8n's N8N_USER_FOLDER
 * @param {string} source a tarball of "npm pack", or the package's folder, already built
 */
export async function installPackage(userFolder, source) {
	const modules = join(userFolder, '.n8n', 'nodes', 'node_modules');
	mkdirSync(modules, { recursive: true });
	const work = mkdtempSync(join(userFolder, 'unpack-'));
	try {
		const tarball = statSync(source).isDirectory() ? await pack(source, work) : resolve(source);
		const draft = join(work, 'package');
		mkdirSync(draft);
		await run(['tar', '-xzf', tarball, '-C', draft, '--strip-components=1'], {
			log: 'n8n-package',
		});
		const { name } = JSON.parse(readFileSync(join(draft, 'package.json'), 'utf8'));
		const target = join(modules, name);
		rmSync(target, { recursive: true, force: true });
		mkdirSync(dirname(target), { recursive: true });
		renameSync(draft, target);
		return name;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** @param {string} folder @param {string} work */
async function pack(folder, work) {
	const answer = await npm(['pack', '--json', '--ignore-scripts', `--pack-destination=${work}`], {
		cwd: folder,
		log: 'n8n-package',
	});
	return join(work, JSON.parse(answer)[0].filename);
}
