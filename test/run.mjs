// @ts-check
/** The test command: whatever follows goes to jest, so `npm test -- credit` runs what has "credit" in its path. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './lab/paths.mjs';
import { buildProject, installProject } from './setup/project.mjs';

await installProject();
await buildProject();
const jest = join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
const tests = spawn(process.execPath, [jest, ...process.argv.slice(2)], { cwd: repositoryRoot, stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => tests.kill(signal));
tests.on('close', (code) => (process.exitCode = code ?? 1));
