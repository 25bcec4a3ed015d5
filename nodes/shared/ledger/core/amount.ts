import { add, multiply, negate, subtract, ZERO, type Exact } from '../../core/exact';

/** Money in the order's currency, without and with tax; exact, nothing is rounded. */
export interface Amount {
	readonly net: Exact;
	readonly gross: Exact;
}

export const NO_AMOUNT: Amount = { net: ZERO, gross: ZERO };

export const addAmounts = (a: Amount, b: Amount): Amount => ({
	net: add(a.net, b.net),
	gross: add(a.gross, b.gross),
});

export const subtractAmounts = (a: Amount, b: Amount): Amount => ({
	net: subtract(a.net, b.net),
	gross: subtract(a.gross, b.gross),
});

export const timesAmount = (factor: Exact, { net, gross }: Amount): Amount => ({
	net: multiply(factor, net),
	gross: multiply(factor, gross),
});

export const negateAmount = ({ net, gross }: Amount): Amount => ({
	net: negate(net),
	gross: negate(gross),
});

export const sumAmounts = (amounts: readonly Amount[]): Amount =>
	amounts.reduce(addAmounts, NO_AMOUNT);
