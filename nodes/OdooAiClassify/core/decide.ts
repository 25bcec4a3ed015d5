import type { Evidence, Label } from './label';
import type { RankedLabel } from './rules';

/** What the model answered, once it has been checked: a label of the set, and quotes that stand in the text. */
export interface ModelAnswer {
	readonly kind: 'answer';
	readonly label: string;
	readonly confidence: number;
	readonly evidence: readonly Evidence[];
	readonly alternatives: readonly { readonly label: string; readonly confidence: number }[];
}

export interface ModelFailure {
	readonly kind: 'failure';
	/** `modelUnavailable`, `modelAnswerInvalid`, … */
	readonly code: string;
	readonly message: string;
}

/** The model says that no label fits. */
export interface ModelAbstention {
	readonly kind: 'abstained';
}

export type ModelOutcome = ModelAnswer | ModelFailure | ModelAbstention;

export type Source = 'rules' | 'model' | 'rules-after-model-failure';

export interface Reason {
	readonly code: string;
	readonly message: string;
}

export interface Alternative {
	readonly label: string;
	readonly confidence: number;
	readonly source: 'rules' | 'model';
}

export interface Classification {
	/** Of the set; null when it abstained. */
	readonly label: string | null;
	/** 0 to 1; of the best guess when it abstained. */
	readonly confidence: number;
	readonly source: Source;
	readonly evidence: readonly Evidence[];
	readonly alternatives: readonly Alternative[];
	readonly abstained: boolean;
	readonly reasons: readonly Reason[];
}

export interface Question {
	readonly text: string;
	readonly labels: readonly Label[];
	/** Below it nothing is classified. */
	readonly threshold: number;
	readonly rules: readonly RankedLabel[];
	/** Null when no model was asked. */
	readonly model: ModelOutcome | null;
}

/** A keyword finding this certain is not overruled by a model. */
const OBJECTION = 0.5;

/** Decides by rules, and by a model where one answered; total, and never more lenient with a model than without. */
export const decideLabel = (question: Question): Classification => {
	if (question.text === '') return nothingToRead(question);
	const { model } = question;
	if (model === null) return byRules(question, 'rules', []);
	if (model.kind === 'failure')
		return byRules(question, 'rules-after-model-failure', [
			{ code: model.code, message: model.message },
		]);
	if (model.kind === 'abstained')
		return byRules(question, 'rules', [
			{ code: 'modelAbstained', message: 'The model found no label that fits' },
		]);
	return byModel(question, model);
};

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

const nothingToRead = ({ labels }: Question): Classification => {
	const neutral = labels.find(({ needsAttention }) => !needsAttention);
	const reasons = [{ code: 'noText', message: 'There is no text to classify' }];
	if (!neutral) return abstain('rules', null, [], reasons);
	return {
		label: neutral.name,
		confidence: 1,
		source: 'rules',
		evidence: [],
		alternatives: [],
		abstained: false,
		reasons,
	};
};

const abstain = (
	source: Source,
	best: RankedLabel | ModelAnswer | null,
	alternatives: readonly Alternative[],
	reasons: readonly Reason[],
): Classification => ({
	label: null,
	confidence: best?.confidence ?? 0,
	source,
	evidence: best?.evidence ?? [],
	alternatives,
	abstained: true,
	reasons,
});

const fromRules = (ranked: readonly RankedLabel[]): Alternative[] =>
	ranked.map(({ label, confidence }) => ({ label, confidence, source: 'rules' }));

const byRules = (
	{ rules, threshold }: Question,
	source: Source,
	before: readonly Reason[],
): Classification => {
	const [best, ...others] = rules;
	if (!best)
		return abstain(
			source,
			null,
			[],
			[...before, { code: 'noKeyword', message: 'No keyword of any label stands in the text' }],
		);
	if (best.confidence < threshold)
		return abstain(source, best, fromRules(rules), [
			...before,
			uncertain(best.label, best.confidence, threshold),
		]);
	return {
		label: best.label,
		confidence: best.confidence,
		source,
		evidence: best.evidence,
		alternatives: fromRules(others),
		abstained: false,
		reasons: [
			...before,
			{ code: 'keywords', message: `${best.evidence.length} keyword(s) speak for ${best.label}` },
		],
	};
};

const uncertain = (label: string, confidence: number, threshold: number): Reason => ({
	code: 'belowThreshold',
	message: `${label} is ${percent(confidence)} certain; ${percent(threshold)} are asked for`,
});

const byModel = (question: Question, model: ModelAnswer): Classification => {
	const { rules, threshold, labels } = question;
	const [best] = rules;
	const modelSays: Alternative[] = [
		{ label: model.label, confidence: model.confidence, source: 'model' },
		...model.alternatives.map((other) => ({ ...other, source: 'model' as const })),
	];
	const everything = [...modelSays, ...fromRules(rules)];
	const agrees = best?.label === model.label;
	if (best && !agrees && best.confidence >= OBJECTION)
		return abstain('model', model, everything, [
			{
				code: 'disagreement',
				message: `The model says ${model.label} (${percent(model.confidence)}), keywords say ${best.label} (${percent(best.confidence)})`,
			},
		]);
	const neutral = labels.some(
		({ name, needsAttention }) => name === model.label && !needsAttention,
	);
	if (neutral && (!agrees || best.confidence < threshold))
		return abstain('model', model, everything, [
			{
				code: 'wouldLowerScrutiny',
				message: `Only the rules may say ${model.label}: a model can raise scrutiny, not lower it`,
			},
		]);
	const confidence = agrees ? Math.max(model.confidence, best.confidence) : model.confidence;
	if (confidence < threshold)
		return abstain('model', model, everything, [uncertain(model.label, confidence, threshold)]);
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
				: { code: 'modelAlone', message: 'The model alone says so; no keyword objects' },
		],
	};
};

/** Whether somebody has to look: everything but a certain label that needs nobody. */
export const needsAttention = (
	{ label, abstained }: Classification,
	labels: readonly Label[],
): boolean =>
	abstained || label === null || labels.some((one) => one.name === label && one.needsAttention);
