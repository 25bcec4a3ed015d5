import { brokenRule, hasCondition } from './conditions';
import type { Limits } from './demand';
import { stepBack, type OrderDraft } from './draft';
import type { Shelf } from './shelf';

interface Division {
	readonly drafts: readonly OrderDraft[];
	readonly shelf: Shelf;
	readonly limits: Limits;
	readonly divide: (drafts: readonly OrderDraft[], shelf: Shelf, limits: Limits) => void;
}

/**
 * Divides, lets every order whose part breaks one of its rules step back, and divides anew among the others until no
 * rule is broken. @returns those others
 */
export const withStepsBack = ({
	drafts,
	shelf,
	limits,
	divide,
}: Division): readonly OrderDraft[] => {
	const isSound = (draft: OrderDraft) =>
		!hasCondition(draft, limits) || brokenRule(draft, limits) === null;
	let dividing = drafts;
	for (;;) {
		divide(dividing, shelf, limits);
		const sound = dividing.filter(isSound);
		if (sound.length === dividing.length) return dividing;
		for (const draft of dividing) stepBack(draft, shelf);
		dividing = sound;
	}
};
