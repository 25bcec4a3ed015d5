import { TAG_KINDS, type EarlierDecision, type TagKind } from './order';
import type { AcceptedReason, Answer, ApprovalFacts } from '../../shared/ledger/core/approvalFacts';

/** Decimals kept of a figure; no currency has more than four. */
const SCALE = 10_000;

export const toScaled = (figure: number): number => Math.round(figure * SCALE);

export const fromScaled = (text: string): number => Number(text) / SCALE;

/** For what is empty: a reference has letters and digits alone. */
const NONE = 'x';

const ANSWERS: readonly (readonly [letter: string, answer: Answer])[] = [
	['p', 'approve'],
	['a', 'ask'],
	['h', 'hold'],
];

const toToken = ([code, { answer, threshold }]: readonly [string, AcceptedReason]): string => {
	const letter = ANSWERS.find(([, name]) => name === answer)?.[0] ?? 'h';
	const scaled = toScaled(threshold);
	return `${code}_${letter}${scaled < 0 ? 'm' : ''}${Math.abs(scaled)}`;
};

const TOKEN = /^([a-z_]+)_([pah])(m?)(\d+)$/;

const fromToken = (token: string): [string, AcceptedReason][] => {
	const [, code, letter, sign, figure = ''] = TOKEN.exec(token) ?? [];
	const answer = ANSWERS.find(([known]) => known === letter)?.[1];
	if (code === undefined || answer === undefined) return [];
	return [[code, { answer, threshold: fromScaled(figure) * (sign === 'm' ? -1 : 1) }]];
};

/** Whose the tags of the order are, as `EarlierDecision` has it. */
export type RecordedTags = Pick<EarlierDecision, 'holdIsTheirs' | 'takesOff'>;

const OFF = { hold: 'h', approval: 'a' } as const satisfies Record<TagKind, string>;

const tagsText = ({ holdIsTheirs, takesOff }: RecordedTags): string =>
	[holdIsTheirs ? 't' : '', ...takesOff.map((kind) => OFF[kind])].join('');

const tagsFrom = (letters: string): RecordedTags => ({
	holdIsTheirs: letters.includes('t'),
	takesOff: TAG_KINDS.filter((kind) => letters.includes(OFF[kind])),
});

/**
 * What 0.1.0 did not record: `<currency>-<term>-<days of the term>-<q|c>[t][h][a]-<reasons>`; none without these facts.
 * The letters of the tags: a person's hold tag, our hold tag and our approval tag to be taken off.
 */
export const toFactsText = (
	{ currency, term, isConfirmed, reasons }: ApprovalFacts,
	tags: RecordedTags,
): string[] => {
	if (currency === null || term === null || reasons === null) return [];
	return [
		currency || NONE,
		String(term.id),
		String(term.days ?? NONE),
		`${isConfirmed === true ? 'c' : 'q'}${tagsText(tags)}`,
		[...reasons].map(toToken).join('__') || NONE,
	];
};

interface Recorded {
	readonly facts: Pick<ApprovalFacts, 'currency' | 'isConfirmed' | 'reasons' | 'term'>;
	/** Null when they were not recorded. */
	readonly tags: RecordedTags | null;
}

const NOT_RECORDED: Recorded = {
	facts: { currency: null, isConfirmed: null, reasons: null, term: null },
	tags: null,
};

const FACTS = /^-(\w+)-(\d+)-(\d+|x)-([qc])(t?h?a?)-(\w+)$/;

/** @param text with the hyphen before it. @returns null for what is none */
export const fromFactsText = (text: string): Recorded | null => {
	if (text === '') return NOT_RECORDED;
	const [, currency, termId, days, state, tags = '', tokens] = FACTS.exec(text) ?? [];
	if (currency === undefined || tokens === undefined) return null;
	return {
		facts: {
			currency: currency === NONE ? '' : currency,
			term: { id: Number(termId), days: days === NONE ? null : Number(days) },
			isConfirmed: state === 'c',
			reasons: new Map(tokens.split('__').flatMap(fromToken)),
		},
		tags: tagsFrom(tags),
	};
};
