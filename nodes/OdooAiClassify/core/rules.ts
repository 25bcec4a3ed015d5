import { findKeyword, toKeyword, type Keyword } from './keywords';
import type { Evidence, Label } from './label';
import { readWords, type Words } from './words';

export interface RankedLabel {
	readonly label: string;
	/** 0 to 1. */
	readonly confidence: number;
	readonly evidence: readonly Evidence[];
}

/** A label with its keywords made ready: once for a run, not once for a text. */
interface PreparedLabel extends Label {
	readonly prepared: readonly Keyword[];
}

export const prepareLabels = (labels: readonly Label[]): PreparedLabel[] =>
	labels.map((label) => ({
		...label,
		prepared: label.keywords.flatMap((written) => toKeyword(written) ?? []),
	}));

const MOST_CERTAIN = 0.95;

/** One phrase of two words says 0.75, three phrases almost everything; what speaks for another label counts against. */
const confidenceOf = (strength: number, against: number): number => {
	const own = 1 - 0.5 ** strength;
	return Math.min(MOST_CERTAIN, own * (strength / (strength + against)));
};

interface Found {
	readonly label: Label;
	readonly strength: number;
	readonly evidence: readonly Evidence[];
}

const overlaps = (one: Evidence, other: Evidence): boolean =>
	one.start < other.end && other.start < one.end;

/** The heaviest keywords first; one inside another adds nothing. */
const lookFor = (words: Words, label: PreparedLabel): Found => {
	const hits = label.prepared.flatMap((keyword) => {
		const evidence = findKeyword(words, keyword);
		return evidence ? [{ evidence, weight: keyword.weight }] : [];
	});
	const apart = hits
		.sort((a, b) => b.weight - a.weight || a.evidence.start - b.evidence.start)
		.reduce<
			typeof hits
		>((kept, hit) => (kept.some((other) => overlaps(other.evidence, hit.evidence)) ? kept : [...kept, hit]), []);
	return {
		label,
		strength: apart.reduce((sum, { weight }) => sum + weight, 0),
		evidence: apart.map(({ evidence }) => evidence),
	};
};

/**
 * The labels whose keywords the text holds, the strongest first; ties in the order of the set. A label that needs
 * nobody counts only when no other is found: "thanks" does not make a complaint smaller.
 */
export const classifyByRules = (text: string, labels: readonly PreparedLabel[]): RankedLabel[] => {
	const words = readWords(text);
	const found = labels.map((label) => lookFor(words, label)).filter(({ strength }) => strength > 0);
	const serious = found.filter(({ label }) => label.needsAttention);
	const counted = serious.length > 0 ? serious : found;
	const total = counted.reduce((sum, { strength }) => sum + strength, 0);
	return counted
		.map(({ label, strength, evidence }) => ({
			label: label.name,
			confidence: confidenceOf(strength, total - strength),
			evidence,
		}))
		.sort((a, b) => b.confidence - a.confidence);
};
