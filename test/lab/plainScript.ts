/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Lets Node evaluate an expression with what a plain script exports, which jest cannot load.
 * @param script path from the repository's root
 * @param expression may await; "it" is the script
 */
export const evaluate = async (script: string, expression: string): Promise<unknown> => {
	const url = new URL(script, `file://${process.cwd()}/`).href;
	const program = `const it = await import(${JSON.stringify(url)});
console.log(JSON.stringify(await (async () => ${expression})()));`;
	const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program]);
	return JSON.parse(stdout);
};
