/** A rule's answer when it applies; `approve` only records it. */
export type Reaction = 'off' | 'approve' | 'ask' | 'hold';

/** Codes are stable: workflows branch on them. */
export const RULE_CODES = [
	'customer_on_hold',
	'order_on_hold',
	'no_credit',
	'limit_exceeded',
	'group_limit_exceeded',
	'limit_not_managed',
	'overdue_days',
	'overdue_amount',
	'overdue_share',
	'document_value',
	'new_customer_cap',
	'first_order',
	'terms_changed',
	'missing_data',
	'slow_payer',
	'broken_promises',
	'dispute_open',
] as const;

export type RuleCode = (typeof RULE_CODES)[number];

export interface RuleSetting {
	readonly reaction: Reaction;
	/** The rule applies above it; in the rule's unit. */
	readonly threshold: number;
}

export type RuleSettings = { readonly [code in RuleCode]: RuleSetting };

/** Null is "not managed"; zero is "no credit". */
export type LimitSource =
	| { readonly kind: 'odoo' }
	| { readonly kind: 'fixed'; readonly amount: number }
	| { readonly kind: 'none' };

export interface TemporaryLimit {
	/** Added to the limit on the days from `from` to `to`, both included (`YYYY-MM-DD`; null is open). */
	readonly amount: number;
	readonly from: string | null;
	readonly to: string | null;
}

export interface Policy {
	readonly limit: LimitSource;
	readonly temporary: readonly TemporaryLimit[];
	/** Percent of the limit that may be exceeded without a reaction. */
	readonly tolerance: number;
	/** A customer is new for so many days after the first invoice. */
	readonly newCustomerDays: number;
	readonly rules: RuleSettings;
}

const OFF: RuleSetting = { reaction: 'off', threshold: 0 };

const STRICT: Policy = {
	limit: { kind: 'odoo' },
	temporary: [],
	tolerance: 0,
	newCustomerDays: 180,
	rules: {
		customer_on_hold: { reaction: 'hold', threshold: 0 },
		order_on_hold: { reaction: 'hold', threshold: 0 },
		no_credit: { reaction: 'hold', threshold: 0 },
		limit_exceeded: { reaction: 'hold', threshold: 0 },
		group_limit_exceeded: { reaction: 'hold', threshold: 0 },
		limit_not_managed: { reaction: 'ask', threshold: 0 },
		overdue_days: { reaction: 'hold', threshold: 0 },
		overdue_amount: OFF,
		overdue_share: { reaction: 'ask', threshold: 10 },
		document_value: OFF,
		new_customer_cap: OFF,
		first_order: { reaction: 'ask', threshold: 0 },
		terms_changed: { reaction: 'ask', threshold: 0 },
		missing_data: { reaction: 'ask', threshold: 0 },
		slow_payer: { reaction: 'ask', threshold: 15 },
		broken_promises: { reaction: 'ask', threshold: 1 },
		dispute_open: { reaction: 'hold', threshold: 0 },
	},
};

const STANDARD: Policy = {
	...STRICT,
	newCustomerDays: 90,
	rules: {
		...STRICT.rules,
		limit_exceeded: { reaction: 'ask', threshold: 0 },
		group_limit_exceeded: { reaction: 'ask', threshold: 0 },
		limit_not_managed: { reaction: 'approve', threshold: 0 },
		overdue_days: { reaction: 'hold', threshold: 30 },
		overdue_share: OFF,
		first_order: OFF,
		missing_data: OFF,
		slow_payer: OFF,
		broken_promises: OFF,
		dispute_open: { reaction: 'ask', threshold: 0 },
	},
};

const LENIENT: Policy = {
	...STANDARD,
	tolerance: 10,
	newCustomerDays: 30,
	rules: {
		...STANDARD.rules,
		no_credit: { reaction: 'ask', threshold: 0 },
		overdue_days: { reaction: 'hold', threshold: 60 },
		terms_changed: OFF,
		dispute_open: { reaction: 'approve', threshold: 0 },
	},
};

export const PRESETS = { strict: STRICT, standard: STANDARD, lenient: LENIENT } as const;

export type Preset = keyof typeof PRESETS;

/** Some settings of a policy, to put in place of others. */
export interface PolicyChange {
	readonly preset?: Preset;
	readonly limit?: LimitSource;
	readonly temporary?: readonly TemporaryLimit[];
	readonly tolerance?: number;
	readonly newCustomerDays?: number;
	readonly rules?: Partial<RuleSettings>;
}

export const withChange = (policy: Policy, change: PolicyChange): Policy => {
	const start = change.preset ? PRESETS[change.preset] : policy;
	return {
		limit: change.limit ?? (change.preset ? policy.limit : start.limit),
		temporary: [...policy.temporary, ...(change.temporary ?? [])],
		tolerance: change.tolerance ?? start.tolerance,
		newCustomerDays: change.newCustomerDays ?? start.newCustomerDays,
		rules: { ...start.rules, ...change.rules },
	};
};
