import { divide, exact, isPositive, multiply, sum, type Exact } from '../../shared/core/exact';
import type { Settlement } from './account';

/** Days late by amount: a large invoice paid late weighs more than a small one. Null without payments. */
export const averageDaysLate = (settlements: readonly Settlement[]): Exact | null => {
	const paid = sum(settlements.map(({ amount }) => exact(amount)));
	if (!isPositive(paid)) return null;
	return divide(
		sum(settlements.map(({ amount, daysLate }) => multiply(exact(amount), exact(daysLate)))),
		paid,
	);
};
