import { isZero } from '../../shared/core/exact';
import type { Account } from './account';
import type { Rates } from './facts';
import type { OpenOrder } from './openOrder';
import { hasRate, MissingRate } from './rates';
import type { RunFacts } from './runLedger';

interface Valued {
	/** What can be brought to the currency of its company. */
	readonly facts: RunFacts;
	/** Orders that cannot be decided, for want of an exchange rate. */
	readonly failed: ReadonlyMap<number, MissingRate>;
}

/**
 * An order in a currency without a rate has no value that could be compared with a limit, and a debtor with such an
 * order open has no exposure. The others are decided.
 */
export const withRates = (facts: RunFacts): Valued => {
	const accounts = [...facts.accounts.values()];
	const ratesOf = ({ company }: Account): Rates =>
		facts.rates.get(company.id) ?? { date: '', perUnit: new Map() };
	const own = new Map(
		accounts.flatMap((account): [string, MissingRate][] => {
			const rates = ratesOf(account);
			const open = account.orders.find((order) => counts(order) && !hasRate(order.currency, rates));
			return open ? [[account.key, new MissingRate(open.currency, rates.date)]] : [];
		}),
	);
	const inGroup = new Map(
		accounts.flatMap(({ key, group }) => {
			const missing = own.get(key);
			return group && missing ? [[group.key, missing] as const] : [];
		}),
	);
	const failed = new Map(
		facts.orders.flatMap(({ id, accountKey, currency }): [number, MissingRate][] => {
			const account = facts.accounts.get(accountKey);
			if (!account) return [];
			const rates = ratesOf(account);
			const missing = hasRate(currency, rates)
				? (own.get(accountKey) ?? inGroup.get(account.group?.key ?? ''))
				: new MissingRate(currency, rates.date);
			return missing ? [[id, missing]] : [];
		}),
	);
	return {
		facts: {
			...facts,
			orders: facts.orders.filter(({ id }) => !failed.has(id)),
			accounts: new Map([...facts.accounts].filter(([key]) => !own.has(key))),
		},
		failed,
	};
};

const counts = ({ delivered, undelivered, downPayments }: OpenOrder): boolean =>
	[delivered, undelivered, downPayments].some((amount) => !isZero(amount));
