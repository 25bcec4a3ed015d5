// @ts-check
/** The test command: whatever follows goes to jest, so `npm test -- credit` runs what has "credit" in its path. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureLabDir, repositoryRoot } from './lab/paths.mjs';
import { buildProject, installProject } from './setup/project.mjs';

/** One after the other: an n8n and an Odoo under load would make the others slow, and tests that wait impatient. */
const everything = [['unit', 'package'], ['live'], ['e2e']].map((projects) => [
	'--selectProjects',
	...projects,
]);

/** @param {readonly string[]} args @param {string} report */
const jest = (args, report) =>
	new Promise((resolve) => {
		const program = join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
		const command = [program, '--json', `--outputFile=${report}`, '--passWithNoTests', ...args];
		// What jest prints as JSON is in the report; what a person reads goes to stderr.
		const tests = spawn(process.execPath, command, {
			cwd: repositoryRoot,
			stdio: ['ignore', 'ignore', 'inherit'],
		});
		for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
			process.on(signal, () => tests.kill(signal));
		tests.on('close', (code) => resolve(code ?? 1));
	});

await installProject();
await buildProject();
const asked = process.argv.slice(2);
const folder = mkdtempSync(join(ensureLabDir(), 'tests-'));
const total = { passed: 0, failed: 0 };
try {
	for (const [index, args] of (asked.length > 0 ? [asked] : everything).entries()) {
		const report = join(folder, `${index}.json`);
		if ((await jest(args, report)) !== 0) process.exitCode = 1;
		// Without a report jest did not get as far as a test: the setup has said why.
		const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = existsSync(report)
			? JSON.parse(readFileSync(report, 'utf8'))
			: { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
		total.passed += numPassedTests;
		total.failed += numFailedTests + numRuntimeErrorTestSuites;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
