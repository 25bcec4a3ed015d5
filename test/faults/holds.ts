/* eslint-disable no-console -- the figures are part of the result */
import type { Protocol } from './catalogue';
import { combinationsOf, Matrix, nameOf, type Judged } from './matrix';
import { recordingOf } from './recordings';
import { SCENES } from './scenes';
import { setClock, startClock } from './virtualTime';

/** Judges every combination of one protocol, node by node, and prints the figures. */
export const describeMatrix = (protocol: Protocol): void => {
	const figures: string[] = [];
	afterAll(() => console.info(figures.join('\n')));

	it.each(SCENES.map((scene) => [scene.name, scene] as const))(
		'%s holds against every fault at every call',
		async (name, scene) => {
			const recorded = recordingOf(name);
			const matrix = new Matrix(scene, recorded);
			startClock(recorded.at);
			const reference = await matrix.reference(protocol);
			expect(reference.held[1]).toBe(reference.held[0]);
			const judged: Judged[] = [];
			for (const combination of combinationsOf(protocol, reference.calls)) {
				setClock(recorded.at);
				judged.push(await matrix.judge(combination, reference));
			}
			const worst = judged.reduce((most, one) => (one.calls > most.calls ? one : most));
			const sent = judged.reduce((sum, { calls }) => sum + calls, 0);
			figures.push(
				`${name} over ${protocol}: ${judged.length} combinations, ${sent} calls; ${reference.calls.length} undisturbed, ${worst.calls} at worst (${nameOf(worst.combination)})`,
			);
			expect(
				judged
					.filter(({ problems }) => problems.length > 0)
					.map(({ combination, problems }) => `${nameOf(combination)}: ${problems.join('; ')}`),
			).toEqual([]);
		},
		300_000,
	);
};
