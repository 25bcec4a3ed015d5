import { add, isZero, type Exact } from '../../shared/core/exact';
import { listText } from '../../shared/core/wording';
import type { Approval, Excluded } from './approval';
import type { CreditDecision } from './decide';
import type { Decision } from './order';
import { inCurrency, inPercent, sentenceOf } from './sentences';

export const DECISION_NAMES = {
	approved: 'Approved',
	needsApproval: 'Needs Approval',
	onHold: 'On Hold',
} as const satisfies Record<Decision, string>;

/** A decision in words and figures, for people who do not see the policy. */
interface Explanation {
	readonly title: string;
	readonly reasons: readonly string[];
	readonly figures: readonly (readonly [label: string, value: string])[];
	readonly approval: string | null;
}

export const explain = (decision: CreditDecision): Explanation => {
	const { account, order, reasons, approval } = decision;
	const sentences = reasons.map((reason) => sentenceOf(reason, account));
	return {
		title: `Credit check of ${order.reference} for ${account.account.name}: ${DECISION_NAMES[decision.decision]}`,
		reasons: sentences.length > 0 ? sentences : ['Within the credit policy.'],
		figures: figuresOf(decision, (value) => inCurrency(value, account)),
		approval: approval && approvalText(approval),
	};
};

type Figure = readonly [label: string, value: string];

const figuresOf = (
	{ exposure, limit, headroom, utilisation }: CreditDecision,
	write: (value: Exact) => string,
): Figure[] => {
	const parts: [label: string, value: Exact][] = [
		['Unpaid invoices, less credits', exposure.ageing.total],
		['of which overdue', exposure.ageing.overdue],
		['Draft invoices', exposure.draftInvoices],
		['Other orders, not invoiced', add(exposure.deliveredNotInvoiced, exposure.undelivered)],
		['Other orders, approved', add(exposure.approvedQuotations, exposure.approvedInRun)],
	];
	const used = utilisation === null ? '' : ` (${inPercent(utilisation)} used)`;
	const limitText = {
		notManaged: () => 'not managed',
		noCredit: () => 'no credit',
		amount: () => (limit.kind === 'amount' ? `${write(limit.amount)}${used}` : ''),
	};
	const left: Figure[] = headroom === null ? [] : [['Available credit', write(headroom)]];
	return [
		...parts
			.filter(([, value]) => !isZero(value))
			.map(([label, value]): Figure => [label, write(value)]),
		['This order', write(exposure.thisOrder)],
		['Exposure', write(exposure.total)],
		['Credit limit', limitText[limit.kind]()],
		...left,
	];
};

const BECAUSE = {
	requester: 'entered the order',
	salesperson: 'salesperson of the order',
} as const satisfies Record<Excluded['because'], string>;

const approvalText = ({ level, approvers, excluded }: Approval): string => {
	const names = approvers.map(({ name }) => name);
	const by = names.length > 0 ? ` by ${listText(names, 'or')}` : '';
	const not = excluded.map(({ approver, because }) => `${approver.name} (${BECAUSE[because]})`);
	const barred = not.length > 0 ? ` May not approve: ${listText(not)}.` : '';
	return `Needs approval${by} (level: ${level}).${barred}`;
};
