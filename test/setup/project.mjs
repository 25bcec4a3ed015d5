// @ts-check
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../lab/paths.mjs';
import { npm } from '../lab/npm.mjs';
import { step } from '../lab/progress.mjs';

/** @param {string} file */
const changedAt = (file) =>
	statSync(join(repositoryRoot, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the project's own packages when they are missing or older than the lock: right after a clone nothing is there. */
export async function installProject() {
	if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return;
	await step("Install the project's packages", () =>
		npm(['ci'], { cwd: repositoryRoot, log: 'npm-ci' }),
	);
}

export async function buildProject() {
	await step('Build the package', () =>
		npm(['run', 'build'], { cwd: repositoryRoot, log: 'build' }),
	);
}
