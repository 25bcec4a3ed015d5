import { groupBy } from '../../nodes/shared/core/collections';
import type { History } from './steps';
import type { PlayedHistory } from './played';
import { counterexamplesIn, lengthOf, simpler, type Counterexample } from './shrink';

type Play = (
	histories: readonly History[],
) => Promise<readonly PlayedHistory[]> | readonly PlayedHistory[];

const byLength = (a: Counterexample, b: Counterexample): number =>
	lengthOf(a.history) - lengthOf(b.history);

/** Of each law the shortest history that breaks it. */
const shortestOfEach = (found: readonly Counterexample[]): Counterexample[] =>
	[...groupBy(found, ({ law }) => law).values()].flatMap(
		(ofLaw) => [...ofLaw].sort(byLength)[0] ?? [],
	);

/**
 * Makes the counterexamples shorter, all of them side by side: every history that is one thing simpler is played on fresh
 * orders, the shortest that still breaks its law stands for the next round.
 */
export const findShortest = async (
	play: Play,
	first: readonly PlayedHistory[],
	{ rounds }: { readonly rounds: number },
): Promise<readonly Counterexample[]> => {
	let known = shortestOfEach(first.flatMap(counterexamplesIn));
	let open = known;
	for (let round = 0; round < rounds && open.length > 0; round += 1) {
		const played = await play(open.flatMap(({ history }) => simpler(history)));
		const better = shortestOfEach([...known, ...played.flatMap(counterexamplesIn)]);
		open = better.filter((one) => !known.includes(one));
		known = better;
	}
	return [...known].sort(byLength);
};
