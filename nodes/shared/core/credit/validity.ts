import { add, compare, divide, exact, multiply } from '../exact';
import { daysBetween } from './ageing';
import type { OrderFacts } from './facts';

export interface Validity {
	/** Days an approval lasts; zero when every check decides anew. */
	readonly days: number;
	/** Percent by which the order's value may grow meanwhile. */
	readonly growth: number;
}

const HUNDRED = exact(100);

const grewTooMuch = (before: number, now: number, growth: number): boolean =>
	compare(exact(now), multiply(exact(before), divide(add(HUNDRED, exact(growth)), HUNDRED))) > 0;

/** Whether an approval recorded earlier still holds for the order as it is now. */
export const stillApproved = (
	{ earlier, total, decidedAnew }: OrderFacts,
	validity: Validity,
	today: string,
): boolean => {
	if (validity.days === 0 || decidedAnew || earlier?.decision !== 'approved') return false;
	return (
		daysBetween(earlier.on, today) <= validity.days &&
		!grewTooMuch(earlier.total, total, validity.growth)
	);
};

/** Why a release does not count, or null when it does. Nobody releases an order of their own. */
export const refusalOfRelease = ({
	release,
	salesperson,
	requester,
}: OrderFacts): 'salesperson' | 'requester' | null => {
	if (release === null) return null;
	if (release.by.id === salesperson?.id) return 'salesperson';
	return release.by.id === requester?.id ? 'requester' : null;
};
