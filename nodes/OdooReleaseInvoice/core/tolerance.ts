import {
	compare,
	divide,
	exact,
	isZero,
	multiply,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import type { OrderLineFacts } from './facts';
import type { Tolerance } from './policy';
import { quantity } from './quantities';

const magnitude = (value: Exact): Exact =>
	compare(value, ZERO) < 0 ? multiply(value, exact(-1)) : value;

interface Difference {
	readonly difference: Exact;
	/** What the percentage is of; a difference to nothing is outside of any percentage. */
	readonly base: Exact;
	/** Turns the difference into an amount. */
	readonly unitPrice: Exact;
}

/** Whether a difference is small enough: within every limit that is set, and none at all where no limit is. */
export const isWithin = (
	{ units, percent, amount }: Tolerance,
	{ difference, base, unitPrice }: Difference,
): boolean => {
	const size = magnitude(difference);
	if (isZero(size)) return true;
	if (units === null && percent === null && amount === null) return false;
	if (units !== null && compare(size, exact(units)) > 0) return false;
	if (amount !== null && compare(multiply(size, magnitude(unitPrice)), exact(amount)) > 0)
		return false;
	if (percent === null) return true;
	return (
		!isZero(base) &&
		compare(multiply(divide(size, magnitude(base)), exact(100)), exact(percent)) <= 0
	);
};

/** The same for a quantity of a line, against what was ordered. */
export const isQuantityWithin = (
	tolerance: Tolerance,
	difference: Exact,
	{ ordered, unitPrice }: OrderLineFacts,
): boolean =>
	isWithin(tolerance, { difference, base: quantity(ordered), unitPrice: exact(unitPrice) });
