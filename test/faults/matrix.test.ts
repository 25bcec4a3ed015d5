import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Protocol } from './catalogue';
import { combinationsOf, Matrix, nameOf, type Judged } from './matrix';
import { recording } from './recorded/recording';
import { fileOf, SCENES } from './scenes';
import { setClock, startClock } from './virtualTime';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('./virtualTime')>('./virtualTime').virtualTime(),
);
jest.setTimeout(600_000);

const PROTOCOLS: readonly Protocol[] = ['json2', 'jsonRpc'];

const stored = (name: string) =>
	recording.parse(JSON.parse(readFileSync(join(__dirname, 'recordings', fileOf(name)), 'utf8')));

const figures: string[] = [];
afterAll(() => console.log(figures.join('\n')));

describe.each(SCENES.map((scene) => [scene.name, scene] as const))('%s', (name, scene) => {
	const recorded = stored(name);
	const matrix = new Matrix(scene, recorded);

	it.each(PROTOCOLS)('holds against every fault of every call over %s', async (protocol) => {
		startClock(recorded.at);
		const reference = await matrix.reference(protocol);
		expect(reference.held[1]).toBe(reference.held[0]);
		const judged: Judged[] = [];
		for (const combination of combinationsOf(protocol, reference.calls)) {
			setClock(recorded.at);
			judged.push(await matrix.judge(combination, reference));
		}
		const worst = judged.reduce((most, one) => (one.calls > most.calls ? one : most));
		figures.push(
			`${name} over ${protocol}: ${judged.length} combinations, ${reference.calls.length} calls undisturbed, ${worst.calls} at worst (${nameOf(worst.combination)})`,
		);
		expect(
			judged
				.filter(({ problems }) => problems.length > 0)
				.map(({ combination, problems }) => `${nameOf(combination)}: ${problems.join('; ')}`),
		).toEqual([]);
	});
});
