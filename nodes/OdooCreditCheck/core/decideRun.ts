import { add, exact, subtract, sum, ZERO, type Exact } from '../../shared/core/exact';
import type { ApprovalRow } from './approval';
import { decideCredit, type CreditDecision } from './decide';
import {
	baseExposure,
	exposureWith,
	NO_SHARE,
	sharesOf,
	type BaseExposure,
	type OrderShare,
} from './exposure';
import type { Account, OrderFacts, Rates } from './facts';
import type { Policy } from './policy';
import { toCompanyCurrency } from './rates';
import { policyFor, segmentsOf, type Segment } from './segments';
import { keptApproval, type Validity } from './validity';

export interface CreditRules {
	readonly policy: Policy;
	readonly segments: readonly Segment[];
	readonly matrix: readonly ApprovalRow[];
	readonly validity: Validity;
}

export interface RunFacts {
	/** In the order they are decided. */
	readonly orders: readonly OrderFacts[];
	readonly accounts: ReadonlyMap<string, Account>;
	/** By company. */
	readonly rates: ReadonlyMap<number, Rates>;
	/** Orders that carry a hold or approval tag: of those only what was delivered counts. */
	readonly heldOrderIds: ReadonlySet<number>;
	/** `YYYY-MM-DD` */
	readonly today: string;
}

interface Ledger {
	readonly account: Account;
	readonly rates: Rates;
	readonly shares: ReadonlyMap<number, OrderShare>;
	readonly base: BaseExposure;
	approvedInRun: Exact;
}

const NO_RATES: Rates = { date: '', perUnit: new Map() };

/**
 * Decides the orders one after the other: each sees what was approved before it, in this run or, while that approval is
 * valid, in an earlier one. An order that is not approved uses up nothing of the limit but for what was delivered of it.
 * @throws MissingRate
 */
export const decideRun = (facts: RunFacts, rules: CreditRules): CreditDecision[] => {
	const ledgers = openLedgers(facts);
	const valueOf = (order: OrderFacts, ledger: Ledger) =>
		shareOfOrder(order, totalOf(order, ledger), ledger);
	const isKept = (order: OrderFacts) => keptApproval(order, rules.validity, facts.today) !== null;
	for (const order of facts.orders) {
		const ledger = ledgers.get(order.accountKey);
		if (ledger && isKept(order))
			ledger.approvedInRun = add(ledger.approvedInRun, valueOf(order, ledger));
	}
	return facts.orders.flatMap((order) => {
		const ledger = ledgers.get(order.accountKey);
		if (!ledger) return [];
		if (isKept(order))
			ledger.approvedInRun = subtract(ledger.approvedInRun, valueOf(order, ledger));
		const decision = decideOrder(order, ledger, [...ledgers.values()], facts, rules);
		if (decision.decision === 'approved')
			ledger.approvedInRun = add(ledger.approvedInRun, decision.exposure.thisOrder);
		return [decision];
	});
};

const totalOf = (order: OrderFacts, { rates }: Ledger): Exact =>
	toCompanyCurrency(exact(order.total), order.currency, rates);

const openLedgers = ({
	orders,
	accounts,
	rates,
	heldOrderIds,
	today,
}: RunFacts): Map<string, Ledger> => {
	const inRun = new Set(orders.map(({ id }) => id));
	const apart = (orderId: number) => inRun.has(orderId) || heldOrderIds.has(orderId);
	return new Map(
		[...accounts].map(([key, account]) => {
			const companyRates = rates.get(account.company.id) ?? NO_RATES;
			const shares = sharesOf(account, companyRates);
			const base = baseExposure(account, shares, apart, today);
			return [key, { account, rates: companyRates, shares, base, approvedInRun: ZERO }];
		}),
	);
};

const decideOrder = (
	order: OrderFacts,
	ledger: Ledger,
	all: readonly Ledger[],
	facts: RunFacts,
	rules: CreditRules,
): CreditDecision => {
	const { account } = ledger;
	const orderTotal = totalOf(order, ledger);
	const segments = segmentsOf(rules.segments, account, order);
	return decideCredit({
		account,
		order,
		orderTotal,
		exposure: exposureWith(ledger.base, {
			approvedInRun: ledger.approvedInRun,
			thisOrder: shareOfOrder(order, orderTotal, ledger),
			restOfGroup: restOfGroup(ledger, all),
		}),
		policy: policyFor(rules.policy, segments),
		segments: segments.map(({ name }) => name),
		matrix: rules.matrix,
		validity: rules.validity,
		today: facts.today,
	});
};

/** A quotation counts whole; of a confirmed order the delivered part is in the other figures and the invoiced part too. */
const shareOfOrder = (order: OrderFacts, orderTotal: Exact, { shares }: Ledger): Exact => {
	if (order.state === 'quotation') return orderTotal;
	return order.state === 'cancelled' ? ZERO : (shares.get(order.id) ?? NO_SHARE).undelivered;
};

const restOfGroup = ({ account }: Ledger, all: readonly Ledger[]): Exact | null => {
	const { group } = account;
	if (group === null) return null;
	const others = all.filter(
		(other) => other.account.group?.key === group.key && other.account.key !== account.key,
	);
	return sum(others.map((other) => add(other.base.total, other.approvedInRun)));
};
