// @ts-check
import { run } from './shell.mjs';

/**
 * Runs npm in a folder of the lab.
 * @param {readonly string[]} args
 * @param {{ cwd: string, log: string, path?: string, env?: NodeJS.ProcessEnv }} options path: a folder of programs that goes first
 */
export function npm(args, { cwd, log, path, env = {} }) {
	const PATH = [path, process.env.PATH].filter(Boolean).join(':');
	return run(['npm', ...args, '--no-audit', '--no-fund'], {
		cwd,
		log,
		env: { ...withoutCaller(), ...env, PATH },
		help: 'Is npm installed, does its registry answer, and is there enough disk space (n8n takes 3 GB)?',
	});
}

/** When npm itself started the lab, it left the repository's folder and script in the environment. */
function withoutCaller() {
	const left = /^npm_(package|lifecycle|command|config_local_prefix|config_ignore_scripts)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !left.test(name)));
}
