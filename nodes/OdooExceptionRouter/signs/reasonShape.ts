import { z } from 'zod';

import type { CaseReason, Figure } from '../../shared/cases/core/diagnosis';
import { numberText, wordsOf } from '../../shared/core/wording';

const figure = z.union([z.string(), z.number(), z.boolean()]);
const entries = z.record(z.unknown());

type Figures = { readonly [name: string]: Figure };

const toFigures = (values: Record<string, unknown>): Figures =>
	Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => {
			const read = figure.safeParse(value);
			return read.success ? [[name, read.data]] : [];
		}),
	);

const firstText = (texts: readonly unknown[]): string | undefined =>
	texts.find((text): text is string => typeof text === 'string' && text !== '');

/** How a node reacts to a reason says nothing of the reason. */
const UNSAID: ReadonlySet<string> = new Set(['reaction', 'unit']);

/** `slow payer (days late 12)`: what can be said of a reason that came without a sentence. */
const sentenceOf = (code: string, figures: Figures): string => {
	const list = Object.entries(figures)
		.filter(([name]) => !UNSAID.has(name))
		.map(
			([name, value]) =>
				`${wordsOf(name)} ${typeof value === 'number' ? numberText(value) : value}`,
		)
		.join(', ');
	return list === '' ? wordsOf(code) : `${wordsOf(code)} (${list})`;
};

/** `{ code, message, figures }` as our nodes write it, or less: a bare code, or figures beside the code. */
export const reasonShape = z.union([
	z.string().transform((code): CaseReason => ({ code, text: wordsOf(code), figures: {} })),
	entries.transform(({ code: named, message, text, description, figures, ...rest }): CaseReason => {
		const code = typeof named === 'string' && named !== '' ? named : 'unnamed';
		const nested = entries.safeParse(figures);
		const values = toFigures({ ...rest, ...(nested.success ? nested.data : {}) });
		return {
			code,
			text: firstText([message, text, description]) ?? sentenceOf(code, values),
			figures: values,
		};
	}),
]);

/** What is not a list of reasons counts as none: the decision itself is still an exception. */
export const reasonsShape = z.array(reasonShape).catch([]);
