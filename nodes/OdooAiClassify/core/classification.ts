import { percentText } from '../../shared/core/wording';
import { titleOf, type Evidence, type Label } from './label';
import type { ModelAnswer, Question } from './question';
import type { RankedLabel } from './rules';

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

interface Abstention {
	readonly source: Source;
	readonly best: RankedLabel | ModelAnswer | null;
	readonly alternatives: readonly Alternative[];
	readonly reasons: readonly Reason[];
}

export const abstain = ({ source, best, alternatives, reasons }: Abstention): Classification => ({
	label: null,
	confidence: best?.confidence ?? 0,
	source,
	evidence: best?.evidence ?? [],
	alternatives,
	abstained: true,
	reasons,
});

export const fromRules = (ranked: readonly RankedLabel[]): Alternative[] =>
	ranked.map(({ label, confidence }) => ({ label, confidence, source: 'rules' }));

export const uncertain = (
	{ labels, threshold }: Question,
	label: string,
	confidence: number,
): Reason => ({
	code: 'belowThreshold',
	message: `“${titleOf(labels, label)}” is only ${percentText(confidence)} certain; at least ${percentText(threshold)} is required`,
});

/** Whether somebody has to look: everything but a certain label that needs nobody. */
export const needsAttention = (
	{ label, abstained }: Classification,
	labels: readonly Label[],
): boolean =>
	abstained || label === null || labels.some((one) => one.name === label && one.needsAttention);
