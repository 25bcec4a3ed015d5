import { compare, exact, largest, subtract, ZERO, type Exact } from '../../shared/core/exact';
import type { Named } from './facts';
import type { Limit } from './limit';
import type { OrderFacts } from './order';
import type { RuleCode } from './rules';

/** One row of the approval matrix; an empty list or null bounds nothing. */
export interface ApprovalRow {
	/** As `manager`, `director`. */
	readonly level: string;
	/** The row answers for orders up to these amounts, in the company's currency. */
	readonly upToOverLimit: number | null;
	readonly upToTotal: number | null;
	/** Names of segment overrides the order must be in. */
	readonly segments: readonly string[];
	/** Every reason of the order must be among these. */
	readonly reasons: readonly RuleCode[];
	readonly approvers: readonly Named[];
}

export interface ApprovalCase {
	readonly order: OrderFacts;
	/** In the company's currency. */
	readonly orderTotal: Exact;
	readonly exposure: Exact;
	readonly limit: Limit;
	readonly segments: readonly string[];
	readonly reasons: readonly RuleCode[];
	/** Who sold or entered the order may approve it, and so may the pipeline's user: nobody else is there. */
	readonly mayReleaseOwn: boolean;
}

export interface Excluded {
	readonly approver: Named;
	readonly because: 'requester' | 'salesperson';
}

export interface Approval {
	readonly level: string;
	/** Who may approve; nobody when the matrix names nobody for this order. */
	readonly approvers: readonly Named[];
	/** Who may not, because no one approves an order of their own. */
	readonly excluded: readonly Excluded[];
	readonly overLimit: Exact;
}

const overLimit = (exposure: Exact, limit: Limit): Exact => {
	if (limit.kind === 'notManaged') return ZERO;
	return largest(ZERO, limit.kind === 'noCredit' ? exposure : subtract(exposure, limit.amount));
};

const within = (value: Exact, upTo: number | null): boolean =>
	upTo === null || compare(value, exact(upTo)) <= 0;

const answersFor = (
	row: ApprovalRow,
	over: Exact,
	{ orderTotal, segments, reasons }: ApprovalCase,
): boolean =>
	within(over, row.upToOverLimit) &&
	within(orderTotal, row.upToTotal) &&
	(row.segments.length === 0 || row.segments.some((segment) => segments.includes(segment))) &&
	(row.reasons.length === 0 || reasons.every((reason) => row.reasons.includes(reason)));

const exclusionOf = (approver: Named, { salesperson, requester }: OrderFacts): Excluded | null => {
	if (approver.id === salesperson?.id) return { approver, because: 'salesperson' };
	return approver.id === requester?.id ? { approver, because: 'requester' } : null;
};

/**
 * The first row, from the lowest level up, that answers for the order and has somebody left who may approve it. When
 * no row does, the last one: the highest level always answers.
 */
export const routeApproval = (
	matrix: readonly ApprovalRow[],
	approvalCase: ApprovalCase,
): Approval => {
	const over = overLimit(approvalCase.exposure, approvalCase.limit);
	const routes = matrix
		.filter((row, index) => index === matrix.length - 1 || answersFor(row, over, approvalCase))
		.map((row) => routeOf(row, over, approvalCase));
	const anybody = (route: Approval) => route.approvers.length > 0 || route.excluded.length === 0;
	return (
		routes.find(anybody) ??
		routes[routes.length - 1] ?? { level: 'manager', approvers: [], excluded: [], overLimit: over }
	);
};

const routeOf = (
	{ level, approvers }: ApprovalRow,
	over: Exact,
	{ order, mayReleaseOwn }: ApprovalCase,
): Approval => {
	const excluded = mayReleaseOwn
		? []
		: approvers.flatMap((approver) => exclusionOf(approver, order) ?? []);
	const barred = new Set(excluded.map(({ approver }) => approver.id));
	return {
		level,
		approvers: approvers.filter(({ id }) => !barred.has(id)),
		excluded,
		overLimit: over,
	};
};
