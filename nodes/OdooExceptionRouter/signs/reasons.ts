import { z } from 'zod';

import type { CaseReason, Figure } from '../../shared/cases/core/diagnosis';

const figure = z.union([z.string(), z.number(), z.boolean()]);
const entries = z.record(z.unknown());

const toFigures = (values: Record<string, unknown>): { [name: string]: Figure } =>
	Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => {
			const read = figure.safeParse(value);
			return read.success ? [[name, read.data]] : [];
		}),
	);

const firstWords = (words: readonly unknown[]): string | undefined =>
	words.find((text): text is string => typeof text === 'string' && text !== '');

/** `{ code, message, figures }` as our nodes write it, or less: a bare code, or figures beside the code. */
export const reasonShape = z.union([
	z.string().transform((code): CaseReason => ({ code, text: code, figures: {} })),
	entries.transform(({ code: named, message, text, description, figures, ...rest }): CaseReason => {
		const code = typeof named === 'string' && named !== '' ? named : 'unnamed';
		const nested = entries.safeParse(figures);
		const values = toFigures({ ...rest, ...(nested.success ? nested.data : {}) });
		return { code, text: firstWords([message, text, description]) ?? code, figures: values };
	}),
]);

/** What is not a list of reasons counts as none: the decision itself is still an exception. */
export const reasonsShape = z.array(reasonShape).catch([]);
