import type { Named } from './facts';

export type Decision = 'approved' | 'needsApproval' | 'onHold';

export const TAG_KINDS = ['hold', 'approval'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

export interface OrderFacts {
	readonly id: number;
	readonly reference: string;
	readonly state: 'quotation' | 'confirmed' | 'cancelled';
	readonly accountKey: string;
	/** With tax, in `currency`. */
	readonly total: number;
	readonly currency: string;
	readonly paymentTerm: Named | null;
	readonly pricelistId: number | null;
	readonly teamId: number | null;
	readonly salesperson: Named | null;
	/** Who entered the order. */
	readonly requester: Named | null;
	/** Tags of ours that it carries. */
	readonly tags: readonly TagKind[];
	/** The order carries a hold tag that no recorded decision explains: a person put it there. */
	readonly heldByHand: boolean;
	/** The latest recorded decision about the order. */
	readonly earlier: EarlierDecision | null;
	/** The earlier decision was made in this run, before another run came in between: it does not bind this one. */
	readonly decidedAnew: boolean;
	/** Somebody let the held order go. */
	readonly release: Release | null;
}

export interface EarlierDecision {
	readonly decision: Decision;
	/** `YYYY-MM-DD` */
	readonly on: string;
	/** The order's total at that time, in the order's currency. */
	readonly total: number;
	/** The order was held only because of a person's tag on it. */
	readonly byHand: boolean;
	/** Of the facts that made the decision. */
	readonly digest: string;
	/** How many decisions about the order are recorded. */
	readonly count: number;
}

export interface Release {
	/** Without an id when the name comes from outside Odoo. */
	readonly by: Named;
	/** Nothing in Odoo says who took the tag off: it is who changed the order last. */
	readonly isLastChange: boolean;
}
