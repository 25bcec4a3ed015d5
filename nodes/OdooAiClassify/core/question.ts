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

interface ModelFailure {
	readonly kind: 'failure';
	/** `modelUnavailable`, `modelAnswerInvalid`, … */
	readonly code: string;
	readonly message: string;
}

/** The model says that no label fits. */
interface ModelAbstention {
	readonly kind: 'abstained';
}

export type ModelOutcome = ModelAnswer | ModelFailure | ModelAbstention;

export interface Question {
	readonly text: string;
	readonly labels: readonly Label[];
	/** Below it nothing is classified. */
	readonly threshold: number;
	readonly rules: readonly RankedLabel[];
	/** Null when no model was asked. */
	readonly model: ModelOutcome | null;
}
