import type { ApprovalFacts, PaymentTerm } from '../../shared/ledger/core/approvalFacts';
import type { Named } from './facts';

export type Decision = 'approved' | 'needsApproval' | 'onHold';

export const TAG_KINDS = ['hold', 'approval'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

/** The tag that an order gets by its decision. */
export const TAG_OF = {
	approved: null,
	needsApproval: 'approval',
	onHold: 'hold',
} as const satisfies Record<Decision, TagKind | null>;

export interface OrderFacts {
	readonly id: number;
	readonly reference: string;
	readonly state: 'quotation' | 'confirmed' | 'cancelled';
	readonly accountKey: string;
	readonly debtorId: number;
	readonly companyId: number;
	/** With tax, in `currency`. */
	readonly total: number;
	readonly currency: string;
	readonly paymentTerm: Named | null;
	readonly term: PaymentTerm;
	/** The customer's own, the longer one when buyer and debtor are not the same. */
	readonly usualTerm: PaymentTerm;
	readonly pricelistId: number | null;
	readonly teamId: number | null;
	readonly salesperson: Named | null;
	/** Who entered the order. */
	readonly requester: Named | null;
	/** Tags of ours that it carries. */
	readonly tags: readonly TagKind[];
	/** Those among them that our decisions put on. */
	readonly ownTags: readonly TagKind[];
	/** The order carries a hold tag that no recorded decision explains: a person set it, or copied an order that has it. */
	readonly heldByHand: boolean;
	/** The latest recorded decision about the order. */
	readonly earlier: EarlierDecision | null;
	/** The earlier decision was made in this run, before another run came in between: it does not bind this one. */
	readonly decidedAnew: boolean;
	/** Our tag is gone from the stopped order, and nothing proves who took it off. */
	readonly releaseUnproven: boolean;
	/** Who let the stopped order go, or says so; one that counts is enough. */
	readonly releases: readonly Release[];
}

export interface EarlierDecision {
	readonly decision: Decision;
	/** `YYYY-MM-DD` */
	readonly on: string;
	/** Of the order at that time. */
	readonly given: ApprovalFacts;
	/** The order was held only because of a person's tag on it. */
	readonly byHand: boolean;
	/** The hold tag on it was a person's. */
	readonly holdIsTheirs: boolean;
	/** Tags of ours that it takes off. */
	readonly takesOff: readonly TagKind[];
	/** Of the facts that made the decision. */
	readonly digest: string;
	/** How many decisions about the order are recorded. */
	readonly count: number;
	/** What its note says of it, without the seal. */
	readonly reference: string;
	/** Of its note. */
	readonly messageId: number;
	/** When Odoo stored it, `YYYY-MM-DD HH:MM:SS` in UTC. */
	readonly storedAt: string;
	/** Odoo shows what may have been a cancellation since. */
	readonly mayBeCancelled: boolean;
}

export interface Release {
	readonly by: Named;
	/** By a note of theirs in the order's chatter, not by the item. */
	readonly isByNote: boolean;
	/** A user of the pipeline: whoever may edit the workflow can speak for it. */
	readonly isByPipeline: boolean;
	/** Given for another decision than the latest, by somebody who did not see the order as it is. */
	readonly isOutdated: boolean;
}
