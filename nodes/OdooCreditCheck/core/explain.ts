import { add, isZero, roundTo, type Exact } from '../../shared/core/exact';
import type { Approval } from './approval';
import type { CreditDecision } from './decide';
import type { Decision } from './facts';
import { money, sentenceOf } from './sentences';

export const DECISION_NAMES = {
	approved: 'Approved',
	needsApproval: 'Needs Approval',
	onHold: 'On Hold',
} as const satisfies Record<Decision, string>;

/** A decision in words and figures, for people who do not see the policy. */
export interface Explanation {
	readonly title: string;
	readonly reasons: readonly string[];
	readonly figures: readonly (readonly [label: string, value: string])[];
	readonly approval: string | null;
}

export const explain = (decision: CreditDecision): Explanation => {
	const { account, order, reasons, approval } = decision;
	const { currency, decimals } = account;
	const sentences = reasons.map((reason) => sentenceOf(reason, currency, decimals));
	return {
		title: `Credit check of ${order.reference} for ${account.account.name}: ${DECISION_NAMES[decision.decision]}`,
		reasons: sentences.length > 0 ? sentences : ['Within the credit policy.'],
		figures: figuresOf(decision, (value) => money(value, currency, decimals)),
		approval: approval && approvalText(approval),
	};
};

const figuresOf = (
	{ exposure, limit, headroom, utilisation }: CreditDecision,
	write: (value: Exact) => string,
): [string, string][] => {
	const { ageing } = exposure;
	const open = add(exposure.deliveredNotInvoiced, exposure.undelivered);
	const approved = add(exposure.approvedQuotations, exposure.approvedInRun);
	const parts: [string, Exact][] = [
		['Unpaid invoices, less credits', ageing.total],
		['of which overdue', ageing.overdue],
		['Draft invoices', exposure.draftInvoices],
		['Other orders, not invoiced', open],
		['Other orders, approved', approved],
		['This order', exposure.thisOrder],
	];
	const shown = parts
		.filter(([label, value]) => label === 'This order' || !isZero(value))
		.map(([label, value]): [string, string] => [label, write(value)]);
	const used = utilisation === null ? '' : ` (${roundTo(utilisation, 1)}% used)`;
	const limitText = {
		notManaged: () => 'not managed',
		noCredit: () => 'no credit',
		amount: () => (limit.kind === 'amount' ? `${write(limit.amount)}${used}` : ''),
	};
	return [
		...shown,
		['Exposure', write(exposure.total)],
		['Credit limit', limitText[limit.kind]()],
		...(headroom === null
			? []
			: [['Left of the limit', write(headroom)] satisfies [string, string]]),
	];
};

const approvalText = ({ level, approvers, excluded }: Approval): string => {
	const who = approvers.length > 0 ? `: ${approvers.map(({ name }) => name).join(', ')}` : '';
	const not = excluded
		.map(({ approver, because }) => `${approver.name} (${because} of the order)`)
		.join(', ');
	return `Needs the approval of a ${level}${who}.${not ? ` May not approve: ${not}.` : ''}`;
};
