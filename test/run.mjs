// @ts-check
/** The test command: whatever follows goes to jest, so `npm test -- credit` runs what has "credit" in its path. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureLabDir, repositoryRoot } from './lab/paths.mjs';
import { buildProject, installProject } from './setup/project.mjs';
import { toTable, totalLine } from './setup/suiteTable.mjs';
import { suites } from './suites.mjs';

let interrupted = false;

/** @param {readonly string[]} args @param {string} report @returns {Promise<number>} jest's exit code */
const jest = (args, report) =>
	new Promise((resolve) => {
		const program = join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
		const command = [program, '--json', `--outputFile=${report}`, '--passWithNoTests', ...args];
		// What jest prints as JSON is in the report; what a person reads goes to stderr.
		const tests = spawn(process.execPath, command, {
			cwd: repositoryRoot,
			stdio: ['ignore', 'ignore', 'inherit'],
		});
		const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);
		const pass = (/** @type {NodeJS.Signals} */ signal) => {
			interrupted = true;
			tests.kill(signal);
		};
		for (const signal of signals) process.on(signal, pass);
		tests.on('close', (code) => {
			for (const signal of signals) process.off(signal, pass);
			resolve(code ?? 1);
		});
	});

/** Without a report jest did not get as far as a test, such as without an Odoo or n8n: the setup has said why. @param {string} report */
const countsIn = (report) => {
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
		readFileSync(report, 'utf8'),
	);
	return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
};

await installProject();
await buildProject();
const asked = process.argv.slice(2);
const folder = mkdtempSync(join(ensureLabDir(), 'tests-'));
const results = [];
try {
	for (const { name, args, budget } of asked.length > 0
		? [{ name: asked.join(' '), args: asked, budget: undefined }]
		: suites) {
		const report = join(folder, `${results.length}.json`);
		const began = Date.now();
		if ((await jest(args, report)) !== 0) process.exitCode = 1;
		results.push({ name, budget, ...countsIn(report), minutes: (Date.now() - began) / 60_000 });
		if (interrupted) break;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${toTable(results)}\n\n${totalLine(results)}`);
