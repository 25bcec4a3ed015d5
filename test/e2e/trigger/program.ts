/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program of this folder, and returns the JSON of its last line. It speaks with the lab, which jest cannot load. */
export const runProgram = async <Seen = Record<string, unknown>>(name: string): Promise<Seen> => {
	const { stdout } = await run(process.execPath, [`${__dirname}/${name}`], {
		maxBuffer: 64 * 1024 * 1024,
	});
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Seen;
};
