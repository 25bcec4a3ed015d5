// @ts-check
/** n8n's official scanner over what it would look at after publishing: the sources, and the packed tarball. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureLabDir, repositoryRoot } from '../lab/paths.mjs';
import { npm } from '../lab/npm.mjs';
import { step } from '../lab/progress.mjs';
import { run } from '../lab/shell.mjs';

const folder = join(ensureLabDir(), 'scan');
const scanner = join(folder, 'node_modules/@n8n/scan-community-package/scanner/scanner.mjs');

async function install() {
	mkdirSync(folder, { recursive: true });
	const source = dirname(fileURLToPath(import.meta.url));
	for (const file of ['package.json', 'package-lock.json'])
		copyFileSync(join(source, file), join(folder, file));
	await npm(['ci', '--ignore-scripts'], { cwd: folder, log: 'scan' });
}

/** @param {string} work */
async function unpackTarball(work) {
	const packed = await npm(['pack', '--json', '--ignore-scripts', `--pack-destination=${work}`], {
		cwd: repositoryRoot,
		log: 'scan',
	});
	await run(
		['tar', '-xzf', join(work, JSON.parse(packed)[0].filename), '-C', work, '--strip-components=1'],
		{ log: 'scan' },
	);
	return work;
}

await step("Install n8n's package scanner", install);
const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(pathToFileURL(scanner).href);
const work = mkdtempSync(join(folder, 'tarball-'));
try {
	const source = await step('Scan the sources', () =>
		analyzePackage(repositoryRoot, SOURCE_FILE_PATTERNS),
	);
	const tarball = await step('Scan the tarball', async () =>
		analyzePackage(await unpackTarball(work), ['**/*.js', 'package.json']),
	);
	for (const [name, { passed, message, details }] of Object.entries({ source, tarball })) {
		console.log(`${name}: ${passed ? 'no errors' : `${message}\n${details ?? ''}`}`);
	}
	process.exitCode = source.passed && tarball.passed ? 0 : 1;
} finally {
	rmSync(work, { recursive: true, force: true });
}
