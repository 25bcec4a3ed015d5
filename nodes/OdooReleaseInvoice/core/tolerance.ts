import {
	compare,
	divide,
	exact,
	isZero,
	multiply,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import type { Tolerance } from './policy';

const magnitude = (value: Exact): Exact =>
	compare(value, ZERO) < 0 ? multiply(value, exact(-1)) : value;

/**
 * Whether a difference is small enough.
 * @param base what the percentage is of; a difference to nothing is outside of any percentage
 * @param unitPrice turns the difference into an amount
 */
export const isWithin = (
	tolerance: Tolerance,
	difference: Exact,
	base: Exact,
	unitPrice: Exact,
): boolean => {
	const size = magnitude(difference);
	if (isZero(size)) return true;
	const { units, percent, amount } = tolerance;
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
