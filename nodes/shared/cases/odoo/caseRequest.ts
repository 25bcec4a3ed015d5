import type { OwnerRules } from '../core/candidates';
import type { CaseDecision, CasePolicy } from '../core/case';
import type { Diagnosis } from '../core/diagnosis';
import type { OwnerChoice } from '../core/owner';

/** A case to raise. */
export interface CaseRequest {
	/** The order the case belongs on, or why there is none. */
	readonly target: { readonly orderId: number } | { readonly missing: string };
	readonly diagnosis: Diagnosis;
	readonly policy: CasePolicy;
	readonly owners: OwnerRules;
	readonly writes: boolean;
	readonly notifiesOwner: boolean;
}

/** A case as it stands for one request. */
export interface RaisedCase {
	readonly decision: CaseDecision;
	readonly owner: OwnerChoice;
	/** Epoch milliseconds. */
	readonly deadline: number;
	/** Null in a dry run, and without an order to put it on. */
	readonly activityId: number | null;
	/** Null without an order. */
	readonly episode: number | null;
	/** This request opened the case, or in a dry run would open it. */
	readonly isNew: boolean;
	readonly summary: string;
}
