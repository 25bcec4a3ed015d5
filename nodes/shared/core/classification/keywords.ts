import type { Evidence } from './label';

/** The text as keywords see it: lower case, without accents, each character where it was. */
export const fold = (text: string): string =>
	Array.from({ length: text.length }, (_, index) => foldOne(text.charAt(index))).join('');

const foldOne = (character: string): string => {
	const plain = character.normalize('NFD').charAt(0).toLowerCase();
	return SPELLINGS[plain] ?? (plain.length === 1 ? plain : character);
};

const SPELLINGS: { readonly [character: string]: string } = {
	'\u2019': "'",
	'\u2018': "'",
	'\u00b4': "'",
	'`': "'",
};

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const GAP = "(?:[^\\p{L}\\p{N}.!?;]+[\\p{L}\\p{N}'-]{1,40}){0,4}?";
const BETWEEN = '[^\\p{L}\\p{N}.!?;]{1,3}';

const wordPattern = (word: string): string =>
	word === '...' ? GAP : escape(word).replace(/\\\*/g, '[\\p{L}\\p{N}]{0,30}');

/** A keyword ready to be looked for; built so that no text can make it slow. */
export interface Keyword {
	readonly written: string;
	readonly pattern: RegExp;
	/** How much one finding says: longer phrases say more. */
	readonly weight: number;
}

const WEIGHTS = [1.5, 2, 2.5] as const;

/** Null for a keyword without a word in it. */
export const toKeyword = (written: string): Keyword | null => {
	const words = fold(written)
		.trim()
		.split(/\s+/)
		.filter((word) => word !== '');
	const spoken = words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
	if (spoken === 0) return null;
	const source = words
		.map(wordPattern)
		.reduce((whole, part) =>
			part === GAP || whole.endsWith(GAP)
				? `${whole}${part === GAP ? '' : BETWEEN}${part}`
				: `${whole}${BETWEEN}${part}`,
		);
	const weight = WEIGHTS[Math.min(spoken, WEIGHTS.length) - 1] ?? 2.5;
	return {
		written,
		weight,
		pattern: new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu'),
	};
};

/** "no damage", "not cancelled", "kein Schaden": the word before turns the finding round. */
const NEGATION =
	/(?<![\p{L}\p{N}])(?:no|not|never|without|don't|kein\p{L}{0,2}|nicht|ohne|pas de|aucun\p{L}?|sans|ningun\p{L}?|sin)\s+(?:[\p{L}\p{N}]+\s+)?$/u;

const isNegated = (folded: string, start: number): boolean =>
	NEGATION.test(folded.slice(Math.max(0, start - 40), start));

/** The first place where the keyword stands and is not negated; null when there is none. */
export const findKeyword = (
	text: string,
	folded: string,
	{ pattern }: Keyword,
): Evidence | null => {
	for (const match of folded.matchAll(pattern)) {
		const start = match.index ?? 0;
		const end = start + match[0].length;
		if (!isNegated(folded, start)) return { quote: text.slice(start, end), start, end };
	}
	return null;
};
