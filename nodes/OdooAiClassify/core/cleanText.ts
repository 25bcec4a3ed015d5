import { entryOf } from '../../shared/core/collections';

export interface CleanText {
	readonly text: string;
	/** The text was longer than allowed. */
	readonly truncated: boolean;
	/** What was taken out: it could hide words from a reader, or words from the rules. */
	readonly removed: readonly Removal[];
}

type Removal = 'hiddenCharacters' | 'markup';

/** What no reader sees (zero-width, directional, soft hyphens, tags, variation selectors) and controls but breaks and tabs. */
const HIDDEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\n\r\t])\p{Cc}/gu;

/** Half of a character, as a cut leaves it. */
const LONE_SURROGATE = /\p{Cs}/gu;

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const UNSEEN = /<(script|style|head|template|noscript|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** An element that its own style hides; nested ones of the same name end at the first closing tag. */
const STYLED_AWAY =
	/<([a-z][a-z0-9]*)\b[^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|\shidden\b)[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BREAK = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]*>/gi;
const TAG = /<\/?[a-z!?][^<>]*>/gi;

const ENTITIES: { readonly [name: string]: string } = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	shy: '',
	zwnj: '',
	zwj: '',
	lrm: '',
	rlm: '',
};

const decode = (text: string): string =>
	text.replace(
		/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
		(whole, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return entryOf(ENTITIES, name.toLowerCase()) ?? whole;
			const point = decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16);
			return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
				? String.fromCodePoint(point)
				: '';
		},
	);

const withoutMarkup = (text: string): string =>
	text
		.replace(COMMENT, ' ')
		.replace(UNSEEN, ' ')
		.replace(STYLED_AWAY, ' ')
		.replace(BREAK, '\n')
		.replace(TAG, ' ');

const tidy = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();

/** Entities may hide markup, and markup hidden characters: once more until nothing changes. */
const MOST_LAYERS = 4;

const peel = (text: string, layers: number): string => {
	const peeled = decode(withoutMarkup(text)).replace(HIDDEN, '');
	return peeled === text || layers === 0 ? peeled : peel(peeled, layers - 1);
};

/**
 * The words a person would read, and nothing else: no markup, no characters that hide or reorder them, compatibility
 * forms (full-width letters, ligatures) as plain ones, not longer than allowed.
 * @param longest in characters (UTF-16 code units)
 */
export const cleanText = (raw: string, longest: number): CleanText => {
	// What cannot end up in the text is not worked on: a tag needs no more than a few times the space of its words.
	const source = raw.slice(0, longest * 8);
	const text = tidy(
		peel(source, MOST_LAYERS).normalize('NFKC').replace(HIDDEN, '').replace(LONE_SURROGATE, ''),
	);
	const cut = text.slice(0, longest).replace(LONE_SURROGATE, '').trimEnd();
	const removed: Removal[] = [];
	if (source.search(HIDDEN) >= 0 || decode(source).search(HIDDEN) >= 0)
		removed.push('hiddenCharacters');
	if (withoutMarkup(source) !== source) removed.push('markup');
	return { text: cut, truncated: text.length > longest || raw.length > source.length, removed };
};
