import { z } from 'zod';

import { locate } from '../core/evidence';
import type { Label } from '../core/label';
import { ABSTAIN } from '../core/prompt';
import type { ModelAnswer } from '../core/question';
import type { Redacted } from '../core/redact';

type ReadAnswer =
	| ModelAnswer
	| { readonly kind: 'abstained' }
	| { readonly kind: 'rejected'; readonly because: string };

const certainty = z.number().min(0).max(1);

const shapeFor = (labels: readonly Label[]) => {
	const known = new Set([ABSTAIN, ...labels.map(({ name }) => name)]);
	const label = z
		.string()
		.refine((name) => known.has(name), { message: 'it is none of the labels' });
	return z
		.object({
			label,
			confidence: certainty,
			evidence: z.array(z.string().min(1).max(500)).max(5),
			alternatives: z
				.array(z.object({ label, confidence: certainty }).strict())
				.max(20)
				.default([]),
		})
		.strict();
};

const rejected = (because: string): ReadAnswer => ({ kind: 'rejected', because });

/** Models wrap their JSON in fences and words; what is inside the outermost braces counts. */
const parseJson = (words: string): unknown => {
	const from = words.indexOf('{');
	const to = words.lastIndexOf('}');
	if (from < 0 || to <= from) return undefined;
	const inside = words.slice(from, to + 1);
	return z
		.string()
		.transform((text, context): unknown => {
			try {
				return JSON.parse(text);
			} catch (error) {
				context.addIssue({ code: 'custom', message: String(error) });
				return z.NEVER;
			}
		})
		.safeParse(inside).data;
};

interface SaidAnswer {
	readonly words: string;
	readonly labels: readonly Label[];
	/** As it is. */
	readonly text: string;
	/** As the model saw it. */
	readonly redacted: Redacted;
}

/**
 * A model's words as an answer, or why they are none: another label than those given, a key or value of another
 * shape, evidence that nobody wrote.
 */
export const readAnswer = ({ words, labels, text, redacted }: SaidAnswer): ReadAnswer => {
	const json = parseJson(words);
	if (json === undefined) return rejected('it is not a JSON object');
	const read = shapeFor(labels).safeParse(json);
	if (!read.success) {
		const [issue] = read.error.issues;
		return rejected(`'${issue?.path.join('.') ?? ''}': ${issue?.message ?? 'wrong shape'}`);
	}
	const { label, confidence, evidence, alternatives } = read.data;
	if (label === ABSTAIN) return { kind: 'abstained' };
	const found = evidence.flatMap((quote) => locate(quote, text, redacted) ?? []);
	if (found.length < evidence.length) return rejected('the evidence is not copied from the text');
	const asserts = labels.some(({ name, needsAttention }) => name === label && needsAttention);
	if (asserts && found.length === 0) return rejected('there is no evidence');
	return {
		kind: 'answer',
		label,
		confidence,
		evidence: found,
		alternatives: alternatives.filter((other) => other.label !== ABSTAIN),
	};
};
