import { counted } from '../../shared/core/wording';
import {
	abstain,
	fromRules,
	uncertain,
	type Classification,
	type Reason,
	type Source,
} from './classification';
import { titleOf } from './label';
import type { Question } from './question';

/** @param before why it is the rules that decide */
export const byRules = (
	question: Question,
	source: Source,
	before: readonly Reason[],
): Classification => {
	const { rules, threshold, labels } = question;
	const [best, ...others] = rules;
	if (!best) {
		const message = 'The text contains no keyword of any label';
		const reasons = [...before, { code: 'noKeyword', message }];
		return abstain({ source, best: null, alternatives: [], reasons });
	}
	const { label, confidence, evidence } = best;
	if (confidence < threshold) {
		const reasons = [...before, uncertain(question, label, confidence)];
		return abstain({ source, best, alternatives: fromRules(rules), reasons });
	}
	const found = `Found ${counted(evidence.length, 'keyword')} for “${titleOf(labels, label)}”`;
	return {
		label,
		confidence,
		source,
		evidence,
		alternatives: fromRules(others),
		abstained: false,
		reasons: [...before, { code: 'keywords', message: found }],
	};
};
