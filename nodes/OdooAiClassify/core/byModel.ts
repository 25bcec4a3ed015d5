import { percentText } from '../../shared/core/wording';
import {
	abstain,
	fromRules,
	uncertain,
	type Alternative,
	type Classification,
	type Reason,
} from './classification';
import { titleOf } from './label';
import type { ModelAnswer, Question } from './question';

/** A keyword finding this certain is not overruled by a model. */
const OBJECTION = 0.5;

export const byModel = (question: Question, model: ModelAnswer): Classification => {
	const [best] = question.rules;
	const agrees = best?.label === model.label;
	const confidence = agrees ? Math.max(model.confidence, best.confidence) : model.confidence;
	const everything = alternativesOf(question, model);
	const objection = objectionTo(question, model, confidence);
	if (objection)
		return abstain({
			source: 'model',
			best: model,
			alternatives: everything,
			reasons: [objection],
		});
	return {
		label: model.label,
		confidence,
		source: 'model',
		evidence: model.evidence.length > 0 ? model.evidence : (best?.evidence ?? []),
		alternatives: everything.filter(({ label }) => label !== model.label),
		abstained: false,
		reasons: [
			agrees
				? { code: 'agreement', message: 'Model and keywords agree' }
				: {
						code: 'modelAlone',
						message: 'Only the model says so; no keyword contradicts it',
					},
		],
	};
};

const alternativesOf = ({ rules }: Question, model: ModelAnswer): Alternative[] => [
	{ label: model.label, confidence: model.confidence, source: 'model' },
	...model.alternatives.map((other) => ({ ...other, source: 'model' as const })),
	...fromRules(rules),
];

/** Why the model's answer does not stand, the most serious reason first; null when it does. */
const objectionTo = (question: Question, model: ModelAnswer, confidence: number): Reason | null => {
	const { rules, threshold, labels } = question;
	const [best] = rules;
	const agrees = best?.label === model.label;
	const said = titleOf(labels, model.label);
	if (best && !agrees && best.confidence >= OBJECTION)
		return {
			code: 'disagreement',
			message: `The model says “${said}” (${percentText(model.confidence)} certain), the keywords say “${titleOf(labels, best.label)}” (${percentText(best.confidence)} certain)`,
		};
	const neutral = labels.some(
		({ name, needsAttention }) => name === model.label && !needsAttention,
	);
	if (neutral && (!agrees || best.confidence < threshold))
		return {
			code: 'wouldLowerScrutiny',
			message: `Only keywords may decide on “${said}”: a model can raise scrutiny, not lower it`,
		};
	return confidence < threshold ? uncertain(question, model.label, confidence) : null;
};
