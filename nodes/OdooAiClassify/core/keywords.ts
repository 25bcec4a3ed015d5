import type { Evidence } from './label';
import { fold, type Word, type Words } from './words';

/** One word of a keyword; `stem` is the beginning of any word. */
interface Part {
	readonly stem: string;
	readonly open: boolean;
	/** Up to four words of the same sentence may stand before it. */
	readonly afterGap: boolean;
}

/** A keyword ready to be looked for. */
export interface Keyword {
	readonly parts: readonly Part[];
	/** How much one finding says: longer phrases say more. */
	readonly weight: number;
}

const WEIGHTS = [1.5, 2, 2.5] as const;
const TOKEN = /\.\.\.|[\p{L}\p{N}]+\*?/gu;

/** Null for a keyword without a word in it. */
export const toKeyword = (written: string): Keyword | null => {
	const tokens = fold(written).match(TOKEN) ?? [];
	const parts = tokens.flatMap((token, index): Part[] =>
		token === '...'
			? []
			: [
					{
						stem: token.replace('*', ''),
						open: token.endsWith('*'),
						afterGap: index > 0 && tokens[index - 1] === '...',
					},
				],
	);
	const weight = WEIGHTS[Math.min(parts.length, WEIGHTS.length) - 1];
	return weight === undefined ? null : { parts, weight };
};

const LONGEST_GAP = 4;

const fits = ({ stem, open }: Part, word: string): boolean =>
	open ? word.startsWith(stem) : word === stem;

/** The place of the last word of the keyword when its rest follows on the word before; null when it does not. */
const follow = (list: readonly Word[], parts: readonly Part[], before: number): number | null => {
	const [part, ...rest] = parts;
	if (!part) return before;
	for (
		let place = before + 1;
		place <= before + (part.afterGap ? LONGEST_GAP + 1 : 1);
		place += 1
	) {
		const word = list[place];
		if (!word || word.opens) return null;
		const last = fits(part, word.folded) ? follow(list, rest, place) : null;
		if (last !== null) return last;
	}
	return null;
};

const NEGATIONS: ReadonlySet<string> = new Set([
	'no',
	'not',
	'never',
	'without',
	't',
	'kein',
	'keine',
	'keinen',
	'keiner',
	'keines',
	'nicht',
	'ohne',
	'pas',
	'aucun',
	'aucune',
	'sans',
	'ningun',
	'ninguna',
	'sin',
]);

/** "no damage", "not yet cancelled", "kein Schaden": one of the two words before turns the finding round. */
const isNegated = (list: readonly Word[], first: number): boolean => {
	if (list[first]?.opens) return false;
	const [before, earlier] = [list[first - 1], list[first - 2]];
	if (before && NEGATIONS.has(before.folded)) return true;
	return before?.opens === false && earlier !== undefined && NEGATIONS.has(earlier.folded);
};

const firstPlaces = ({ list, places }: Words, part: Part): readonly number[] =>
	part.open
		? list.flatMap(({ folded }, place) => (fits(part, folded) ? [place] : []))
		: (places.get(part.stem) ?? []);

/** The first place where the keyword stands and is not negated; null when there is none. */
export const findKeyword = (words: Words, { parts }: Keyword): Evidence | null => {
	const [first, ...rest] = parts;
	if (!first) return null;
	for (const place of firstPlaces(words, first)) {
		const last = follow(words.list, rest, place);
		const [start, end] = [
			words.list[place]?.start,
			last === null ? undefined : words.list[last]?.end,
		];
		if (start !== undefined && end !== undefined && !isNegated(words.list, place))
			return { quote: words.text.slice(start, end), start, end };
	}
	return null;
};
