import { groupValues } from '../../shared/core/collections';

/** A word of a text: folded, and where it stands. */
export interface Word {
	readonly folded: string;
	readonly start: number;
	readonly end: number;
	/** A sentence or paragraph begins here. */
	readonly opens: boolean;
}

/** A text as keywords see it. */
export interface Words {
	readonly text: string;
	readonly list: readonly Word[];
	/** Where in the list each folded word stands. */
	readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Lower case, without accents, each character where it was. */
export const fold = (text: string): string =>
	Array.from({ length: text.length }, (_, index) => foldOne(text.charAt(index))).join('');

const foldOne = (character: string): string => {
	if (character < '\u0080') return character.toLowerCase();
	const plain = character.normalize('NFD').charAt(0).toLowerCase();
	return plain.length === 1 ? plain : character;
};

const WORD = /[\p{L}\p{N}]+/gu;
const OPENS = /[.!?;]|\n\s*\n/;

export const readWords = (text: string): Words => {
	const folded = fold(text);
	const list: Word[] = [];
	for (const match of folded.matchAll(WORD)) {
		const start = match.index ?? 0;
		const opens = OPENS.test(folded.slice(list[list.length - 1]?.end ?? 0, start));
		const [word] = match;
		list.push({ folded: word, start, end: start + word.length, opens });
	}
	const places = groupValues(
		list.entries(),
		([, word]) => word.folded,
		([place]) => place,
	);
	return { text, list, places };
};
