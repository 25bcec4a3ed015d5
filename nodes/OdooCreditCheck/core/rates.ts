import { divide, exact, isZero, type Exact } from '../../shared/core/exact';
import { dayText } from '../../shared/core/wording';
import type { Rates } from './facts';

export class MissingRate extends Error {
	override readonly name = 'MissingRate';
	constructor(
		readonly currency: string,
		readonly date: string,
	) {
		super(`Odoo has no exchange rate for ${currency} on ${date && dayText(date)}`);
	}
}

/** An amount in the company's currency, exact. @throws MissingRate for a currency that Odoo gave no rate for */
export const toCompanyCurrency = (amount: Exact, currency: string, rates: Rates): Exact => {
	if (isZero(amount)) return amount;
	const rate = rates.perUnit.get(currency);
	if (rate === undefined || rate <= 0) throw new MissingRate(currency, rates.date);
	return rate === 1 ? amount : divide(amount, exact(rate));
};

export const hasRate = (currency: string, { perUnit }: Rates): boolean =>
	(perUnit.get(currency) ?? 0) > 0;
