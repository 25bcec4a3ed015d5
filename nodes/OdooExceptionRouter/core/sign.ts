import type { CaseReason } from '../../shared/cases/core/diagnosis';

/** What an item shows of something that did not go its way, read from the keys the nodes before have added. */

export interface Failure {
	readonly kind: 'failure';
	/** Class of the failure: `validation`, `unreachable`, `input`, …; empty when another node failed. */
	readonly class: string;
	readonly message: string;
	/** What was called, as `account.move.action_post`; null when unknown. */
	readonly call: string | null;
	readonly advice: string | null;
	readonly retryable: boolean;
}

/** A node decided "no". */
export interface Refusal {
	readonly kind: 'refusal';
	readonly source: 'credit' | 'allocation' | 'invoice';
	/** `onHold`, `partial`, `held`, … */
	readonly decision: string;
	readonly reasons: readonly CaseReason[];
}

export interface LabelledText {
	readonly kind: 'text';
	readonly label: string | null;
	readonly abstained: boolean;
	readonly reasons: readonly CaseReason[];
}

/** The workflow names the case itself. */
export interface NamedCase {
	readonly kind: 'named';
	readonly code: string;
	readonly text: string;
}

interface Nothing {
	readonly kind: 'nothing';
}

export type Sign = Failure | Refusal | LabelledText | NamedCase | Nothing;
