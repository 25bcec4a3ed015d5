// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ensureLabDir } from './paths.mjs';
import { tied } from './processes/tied.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [log] name of the log file below .lab/logs, without extension
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment
 * @property {string} [input] written to the command's standard input
 * @property {{ uid: number, gid: number }} [as] the user to run as; only root may change it
 * @property {string} [help] what a person can do when it fails
 */

/**
 * Runs a command to its end. Answers with its standard output; errors and notes go to the log.
 * @param {readonly string[]} command program and arguments, never one line for a shell
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export async function run(
	[program, ...args],
	{ log = program.split('/').at(-1), cwd, env, input, as, help } = {},
) {
	const [starter, ...rest] = tied([program, ...args]);
	const logFile = join(ensureLabDir(), 'logs', `${log}.log`);
	const sink = openSync(logFile, 'a');
	writeSync(sink, `\n$ ${[program, ...args].join(' ')}\n`);
	try {
		const { code, output } = await finished(
			spawn(starter, rest, { cwd, env, ...as, stdio: ['pipe', 'pipe', sink] }),
			input,
		);
		writeSync(sink, output);
		if (code === 127) throw new Error(`${program} is not installed on this machine.`);
		if (code !== 0) throw new Error(`${program} ended with ${code}.\n${tail(logFile)}`);
		return output;
	} catch (error) {
		throw new Error(
			[
				`Tried: ${[program, ...args].join(' ')}`,
				/** @type {Error} */ (error).message,
				help,
				`The full log: ${logFile}`,
			]
				.filter(Boolean)
				.join('\n'),
			{ cause: error },
		);
	} finally {
		closeSync(sink);
	}
}

/** The last lines of a file, for an error a person reads. @param {string} file */
export function tail(file, lines = 15) {
	return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string | undefined} input
 * @returns {Promise<{ code: number | string | null, output: string }>}
 */
function finished(child, input) {
	return new Promise((resolve, reject) => {
		let output = '';
		child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
		child.stdin?.on('error', () => {});
		child.stdin?.end(input);
		child.on('error', reject);
		child.on('close', (code, signal) => resolve({ code: code ?? signal, output }));
	});
}
