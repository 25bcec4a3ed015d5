import { add, exact, largest, subtract, sum, ZERO, type Exact } from '../../shared/core/exact';
import type { Account } from './account';
import { baseExposure, exposureWith, type BaseExposure, type Exposure } from './exposure';
import type { Rates } from './facts';
import type { OrderFacts } from './order';
import { NO_SHARE, sharesOf, type OrderShare } from './orderShares';
import { toCompanyCurrency } from './rates';

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

/** What one account owes, and what the run has approved for it so far. */
export interface Ledger {
	readonly account: Account;
	readonly rates: Rates;
	readonly shares: ReadonlyMap<number, OrderShare>;
	readonly base: BaseExposure;
	/** One for all accounts of a legal person. */
	readonly run: { approved: Exact };
}

const NO_RATES: Rates = { date: '', perUnit: new Map() };

/** By account. @throws MissingRate */
export const openLedgers = ({
	orders,
	accounts,
	rates,
	heldOrderIds,
	today,
}: RunFacts): Map<string, Ledger> => {
	const inRun = new Set(orders.map(({ id }) => id));
	const apart = (orderId: number) => inRun.has(orderId) || heldOrderIds.has(orderId);
	const runs = new Map<string, Ledger['run']>();
	return new Map(
		[...accounts].map(([key, account]) => {
			const companyRates = rates.get(account.company.id) ?? NO_RATES;
			const shares = sharesOf(account, companyRates);
			const base = baseExposure({ items: account.items, shares, apart, today });
			const run = runs.get(account.debtorKey) ?? { approved: ZERO };
			runs.set(account.debtorKey, run);
			return [key, { account, rates: companyRates, shares, base, run }];
		}),
	);
};

/** In the company's currency. @throws MissingRate */
export const totalOf = (order: OrderFacts, { rates }: Ledger): Exact =>
	toCompanyCurrency(exact(order.total), order.currency, rates);

/**
 * A quotation counts whole but for what is invoiced of it, and never less than nothing; of a confirmed order the delivered
 * part is in the other figures and the invoiced part too.
 */
export const shareOfOrder = (order: OrderFacts, ledger: Ledger): Exact => {
	if (order.state === 'quotation') {
		const { account, rates } = ledger;
		const billed = account.setBack.find(({ orderId }) => orderId === order.id)?.billed ?? ZERO;
		return largest(
			ZERO,
			subtract(totalOf(order, ledger), toCompanyCurrency(billed, order.currency, rates)),
		);
	}
	return order.state === 'cancelled' ? ZERO : (ledger.shares.get(order.id) ?? NO_SHARE).undelivered;
};

/** The whole exposure as the order sees it, after what was approved before. */
export const exposureOf = (order: OrderFacts, ledger: Ledger, all: readonly Ledger[]): Exposure =>
	exposureWith(ledger.base, {
		approvedInRun: ledger.run.approved,
		thisOrder: shareOfOrder(order, ledger),
		restOfGroup: restOfGroup(ledger, all),
	});

const restOfGroup = ({ account }: Ledger, all: readonly Ledger[]): Exact | null => {
	const { group } = account;
	if (group === null) return null;
	const others = all.filter(
		(other) => other.account.group?.key === group.key && other.account.key !== account.key,
	);
	return sum(others.map((other) => add(other.base.total, other.run.approved)));
};
