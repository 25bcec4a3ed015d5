import type { CaseCode } from '../../../shared/cases/core/taxonomy';
import { compare, type Exact } from '../../../shared/core/exact';
import type { Account } from '../account';
import type { Exposure } from '../exposure';
import type { Limit, LimitPolicy } from '../limit';
import type { OrderFacts } from '../order';
import type { PresetName } from '../presets';

/** A rule's answer when it applies; `approve` only records it. */
export type Reaction = 'off' | 'approve' | 'ask' | 'hold';

export interface RuleSetting {
	readonly reaction: Reaction;
	/** The rule applies above it; in the rule's unit. */
	readonly threshold: number;
}

export const OFF: RuleSetting = { reaction: 'off', threshold: 0 };
export const approve = (threshold = 0): RuleSetting => ({ reaction: 'approve', threshold });
export const ask = (threshold = 0): RuleSetting => ({ reaction: 'ask', threshold });
export const hold = (threshold = 0): RuleSetting => ({ reaction: 'hold', threshold });

/** A policy without its rules. */
export interface PolicyFrame extends LimitPolicy {
	/** For how many days after the first invoice a customer counts as new. */
	readonly newCustomerDays: number;
	/** Overdue of less than this is none, in the company's currency. */
	readonly overdueMinimum?: number;
}

export type Unit = 'amount' | 'count' | 'days' | 'percent';

/** Facts that are read only when some rule of the run looks at them. */
export type Source = 'invoiceHistory' | 'settlements';

export interface RuleInput {
	readonly account: Account;
	readonly order: OrderFacts;
	readonly exposure: Exposure;
	/** In the company's currency. */
	readonly orderTotal: Exact;
	readonly limit: Limit;
	readonly policy: PolicyFrame;
	/** `YYYY-MM-DD` */
	readonly today: string;
}

/** The figure that made a rule apply, and what it was compared with. */
export interface Finding {
	readonly actual: Exact | null;
	readonly threshold: Exact | null;
	/** What the figures cannot say: names, for the explanation. */
	readonly detail?: string;
}

/** A finding as people read it; empty where there is no figure. */
export interface Wording {
	/** With its unit: `1,280.00 EUR`, `3 days`. */
	readonly actual: string;
	readonly threshold: string;
	/** The bare figure, to count things with. */
	readonly count: number;
	readonly detail: string;
}

export interface Rule<Code extends string = string> {
	/** Stable: workflows branch on it, and policies are stored by it. */
	readonly code: Code;
	readonly label: string;
	/** In the editor, without the threshold. */
	readonly description: string;
	/** Of the figures, and of the threshold. */
	readonly unit: Unit | null;
	/** Whether people set above which figure it applies. */
	readonly hasThreshold: boolean;
	readonly presets: { readonly [preset in PresetName]: RuleSetting };
	/** What an order is a case of that is stopped by it. */
	readonly standsFor: CaseCode;
	readonly looksAt?: Source;
	/** What a salesperson reads in the order's chatter. */
	readonly sentence: (found: Wording) => string;
	/** Null when the rule does not apply. */
	readonly check: (input: RuleInput, threshold: Exact) => Finding | null;
}

export const defineRule = <const Code extends string>(rule: Rule<Code>): Rule<Code> => rule;

/** A rule never looks away at its boundary: it applies above the threshold, not at it. */
export const above = (actual: Exact, threshold: Exact): Finding | null =>
	compare(actual, threshold) > 0 ? { actual, threshold } : null;

export const flagged = (applies: boolean, detail?: string): Finding | null =>
	applies ? { actual: null, threshold: null, detail } : null;
