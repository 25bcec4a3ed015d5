import { add, subtract } from '../../shared/core/exact';
import type { ApprovalRow } from './approval';
import { decideCredit, type CreditDecision } from './decide';
import type { OrderFacts } from './order';
import type { Policy } from './policy';
import {
	exposureOf,
	openLedgers,
	shareOfOrder,
	totalOf,
	type Ledger,
	type RunFacts,
} from './runLedger';
import { policyFor, segmentsOf, type Segment } from './segments';
import { keptApproval, type Validity } from './validity';

export interface CreditRules {
	readonly policy: Policy;
	readonly segments: readonly Segment[];
	readonly matrix: readonly ApprovalRow[];
	readonly validity: Validity;
	/** Who sold or entered an order may release it, and so may the pipeline's user, as in a company of one person. */
	readonly mayReleaseOwn: boolean;
}

/**
 * Decides the orders one after the other: each sees what was approved before it, in this run or, while that approval is
 * valid, in an earlier one. An order that is not approved uses up nothing of the limit but for what was delivered of it.
 * @throws MissingRate
 */
export const decideRun = (facts: RunFacts, rules: CreditRules): CreditDecision[] => {
	const ledgers = openLedgers(facts);
	const all = [...ledgers.values()];
	const isKept = (order: OrderFacts) => keptApproval(order, rules.validity, facts.today) !== null;
	for (const order of facts.orders) {
		const ledger = ledgers.get(order.accountKey);
		if (ledger && isKept(order))
			ledger.run.approved = add(ledger.run.approved, shareOfOrder(order, ledger));
	}
	return facts.orders.flatMap((order) => {
		const ledger = ledgers.get(order.accountKey);
		if (!ledger) return [];
		if (isKept(order))
			ledger.run.approved = subtract(ledger.run.approved, shareOfOrder(order, ledger));
		const decision = decideOrder({ order, ledger, all, rules, today: facts.today });
		if (decision.decision === 'approved')
			ledger.run.approved = add(ledger.run.approved, decision.exposure.thisOrder);
		return [decision];
	});
};

interface OrderInRun {
	readonly order: OrderFacts;
	readonly ledger: Ledger;
	readonly all: readonly Ledger[];
	readonly rules: CreditRules;
	readonly today: string;
}

const decideOrder = ({ order, ledger, all, rules, today }: OrderInRun): CreditDecision => {
	const segments = segmentsOf(rules.segments, ledger.account, order);
	return decideCredit({
		account: ledger.account,
		order,
		orderTotal: totalOf(order, ledger),
		exposure: exposureOf(order, ledger, all),
		policy: policyFor(rules.policy, segments),
		segments: segments.map(({ name }) => name),
		matrix: rules.matrix,
		validity: rules.validity,
		mayReleaseOwn: rules.mayReleaseOwn,
		today,
	});
};
