import { compare, divide, exact, isPositive, multiply, type Exact } from '../../shared/core/exact';
import { daysBetween } from '../../shared/core/time';
import { averageDaysLate } from './behaviour';
import type { Exposure } from './exposure';
import type { Account, OrderFacts } from './facts';
import { ofAmount, type Limit } from './limit';
import { RULE_CODES, type Policy, type Reaction, type RuleCode } from './policy';

export type Unit = 'amount' | 'count' | 'days' | 'percent';

export interface RuleInput {
	readonly account: Account;
	readonly order: OrderFacts;
	readonly exposure: Exposure;
	/** In the company's currency. */
	readonly orderTotal: Exact;
	readonly limit: Limit;
	readonly policy: Policy;
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

export interface Rule {
	readonly unit: Unit | null;
	/** Null when the rule does not apply. */
	readonly check: (input: RuleInput, threshold: Exact) => Finding | null;
}

const FLAG: Finding = { actual: null, threshold: null };

/** A rule never looks away at its boundary: it applies above the threshold, not at it. */
const above = (actual: Exact, threshold: Exact): Finding | null =>
	compare(actual, threshold) > 0 ? { actual, threshold } : null;

const flagged = (applies: boolean, detail?: string): Finding | null =>
	applies ? { ...FLAG, detail } : null;

const HUNDRED = exact(100);

/**
 * Overdue in percent of the limit. A share of the receivables would fall, and the outcome improve, when the customer
 * buys more.
 */
const overdueShare = (
	{ exposure: { ageing }, limit }: RuleInput,
	threshold: Exact,
): Finding | null => {
	if (limit.kind === 'notManaged') return null;
	if (limit.kind === 'noCredit')
		return isPositive(ageing.overdue) ? { actual: null, threshold } : null;
	return above(divide(multiply(ageing.overdue, HUNDRED), limit.amount), threshold);
};

const isNew = ({ account, policy, today }: RuleInput): boolean =>
	account.firstInvoiceOn === null ||
	daysBetween(account.firstInvoiceOn, today) < policy.newCustomerDays;

const groupCeiling = ({ account, policy }: RuleInput): Exact | null => {
	if (account.group === null || account.group.limit === null) return null;
	const limit = ofAmount(exact(account.group.limit), policy.tolerance);
	return limit.kind === 'amount' ? limit.ceiling : exact(0);
};

export const RULES: { readonly [code in RuleCode]: Rule } = {
	customer_on_hold: { unit: null, check: ({ account }) => flagged(account.holdFlag) },
	order_on_hold: { unit: null, check: ({ order }) => flagged(order.heldByHand) },
	no_credit: {
		unit: 'amount',
		check: ({ limit, exposure }) =>
			limit.kind === 'noCredit' ? above(exposure.total, exact(0)) : null,
	},
	limit_exceeded: {
		unit: 'amount',
		check: ({ limit, exposure }) =>
			limit.kind === 'amount' ? above(exposure.total, limit.ceiling) : null,
	},
	group_limit_exceeded: {
		unit: 'amount',
		check: (input) => {
			const ceiling = groupCeiling(input);
			return ceiling === null || input.exposure.group === null
				? null
				: above(input.exposure.group, ceiling);
		},
	},
	limit_not_managed: { unit: null, check: ({ limit }) => flagged(limit.kind === 'notManaged') },
	overdue_days: {
		unit: 'days',
		check: ({ exposure: { ageing } }, threshold) =>
			above(exact(ageing.oldestOverdueDays), threshold),
	},
	overdue_amount: {
		unit: 'amount',
		check: ({ exposure: { ageing } }, threshold) => above(ageing.overdue, threshold),
	},
	overdue_share: { unit: 'percent', check: overdueShare },
	document_value: {
		unit: 'amount',
		check: ({ orderTotal }, threshold) => above(orderTotal, threshold),
	},
	new_customer_cap: {
		unit: 'amount',
		check: (input, threshold) => (isNew(input) ? above(input.exposure.total, threshold) : null),
	},
	first_order: { unit: null, check: ({ account }) => flagged(account.firstInvoiceOn === null) },
	terms_changed: {
		unit: null,
		check: ({ account, order }) =>
			flagged(
				order.paymentTerm !== null && order.paymentTerm.id !== account.paymentTermId,
				order.paymentTerm?.name,
			),
	},
	missing_data: {
		unit: null,
		check: ({ account }) => flagged(account.missingData.length > 0, account.missingData.join(', ')),
	},
	slow_payer: {
		unit: 'days',
		check: ({ account }, threshold) => {
			const average = averageDaysLate(account.settlements);
			return average === null ? null : above(average, threshold);
		},
	},
	broken_promises: {
		unit: 'count',
		check: ({ account }, threshold) =>
			account.brokenPromises === null ? null : above(exact(account.brokenPromises), threshold),
	},
	dispute_open: {
		unit: 'count',
		check: ({ account }, threshold) => above(exact(account.openDisputes), threshold),
	},
};

export interface AppliedRule extends Finding {
	readonly code: RuleCode;
	readonly reaction: Exclude<Reaction, 'off'>;
	readonly unit: Unit | null;
}

/** Every rule that applies, not only the first. */
export const applyRules = (input: RuleInput): AppliedRule[] =>
	RULE_CODES.flatMap((code) => {
		const { reaction, threshold } = input.policy.rules[code];
		if (reaction === 'off') return [];
		const finding = RULES[code].check(input, exact(threshold));
		return finding === null ? [] : [{ code, reaction, unit: RULES[code].unit, ...finding }];
	});
