import { createHash } from 'node:crypto';

import type { CleanText } from './core/cleanText';
import type { Classification } from './core/classification';
import { decideLabel } from './core/decide';
import { classifyByRules, prepareLabels } from './core/rules';
import type { Advice } from './model/askModel';
import type { ModelQuestion } from './model/consultant';
import type { ClassifyParameters } from './parameters';
import type { Subject } from './subjects';

/** A text with its label, or with why it has none. */
export interface Judged {
	readonly order: Subject['order'];
	readonly clean: CleanText;
	/** What tells this text from any other. */
	readonly textHash: string;
	readonly classification: Classification;
	/** Whether a model was asked, and its name if it has one. */
	readonly model: { readonly name: string | null } | null;
}

export const toQuestion = ({ clean, order }: Subject): ModelQuestion => ({
	text: clean.text,
	names: order?.customerNames ?? [],
});

/** @param advice null when no model was asked */
export const judgeWith = (
	{ labels, threshold }: ClassifyParameters,
	advice: Advice | null,
): ((subject: Subject) => Judged) => {
	const prepared = prepareLabels(labels);
	return (subject) => {
		const { text } = subject.clean;
		const rules = classifyByRules(text, prepared);
		const model = advice?.outcomeOf(toQuestion(subject)) ?? null;
		return {
			...subject,
			textHash: createHash('sha256').update(text).digest('hex').slice(0, 16),
			classification: decideLabel({ text, labels, threshold, rules, model }),
			model: advice ? { name: advice.name } : null,
		};
	};
};
