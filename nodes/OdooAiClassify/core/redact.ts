import { patternsFor, type PersonalData, type Pattern } from './personalData';

export interface Redacted {
	readonly text: string;
	/** What stands behind each placeholder. Never leaves this process. */
	readonly originals: ReadonlyMap<string, string>;
}

/** The longest beginning that holds: a pattern may have run on into the next word or number. */
const beginningThatHolds = (found: string, holds: Pattern['holds']): string | null => {
	if (holds(found)) return found;
	const shorter = found.replace(/[ -]+[^ -]*$/, '');
	return shorter === found || shorter === '' ? null : beginningThatHolds(shorter, holds);
};

/**
 * Replaces personal data by placeholders: the same value always by the same one. Redacting again changes nothing.
 * @param names of people and companies that are known to be meant, in any case of letters
 */
export const redact = (text: string, names: readonly string[] = []): Redacted => {
	const patterns = patternsFor(names);
	const placeholders = new Map<string, string>();
	const originals = new Map<string, string>();
	const placeholderFor = (kind: PersonalData, value: string): string => {
		const known = placeholders.get(value);
		if (known !== undefined) return known;
		const free = firstFree(kind, text, originals);
		placeholders.set(value, free);
		originals.set(free, value);
		return free;
	};
	const pass = (current: string): string =>
		patterns.reduce(
			(before, { kind, pattern, holds }) =>
				before.replace(pattern, (found) => {
					const value = beginningThatHolds(found, holds);
					return value === null ? found : placeholderFor(kind, value) + found.slice(value.length);
				}),
			current,
		);
	// What was part of a longer number may stand free now; every pass leaves fewer digits, so this ends.
	const untilStable = (current: string): string => {
		const next = pass(current);
		return next === current ? current : untilStable(next);
	};
	return { text: untilStable(text), originals };
};

/** A placeholder that the text does not hold itself: somebody may have typed one. */
const firstFree = (
	kind: PersonalData,
	text: string,
	taken: ReadonlyMap<string, string>,
): string => {
	let number = 1;
	while (taken.has(`[${kind}_${number}]`) || text.includes(`[${kind}_${number}]`)) number += 1;
	return `[${kind}_${number}]`;
};

/** The words as they were, for a passage that holds placeholders. */
export const restore = (passage: string, { originals }: Redacted): string =>
	[...originals].reduce(
		(text, [placeholder, original]) => text.split(placeholder).join(original),
		passage,
	);
