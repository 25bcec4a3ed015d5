/**
 * Exact rational arithmetic for amounts, rates and quantities: nothing is rounded until `roundTo`, and that is done once.
 */
export interface Exact {
	readonly numerator: bigint;
	/** Always positive; the fraction is in lowest terms. */
	readonly denominator: bigint;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
	b === 0n ? (a < 0n ? -a : a) : greatestCommonDivisor(b, a % b);

const fraction = (numerator: bigint, denominator: bigint): Exact => {
	if (denominator === 0n) throw new RangeError('Division by zero');
	const sign = denominator < 0n ? -1n : 1n;
	const divisor = greatestCommonDivisor(numerator, denominator) || 1n;
	return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
};

const DECIMAL = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** The decimal number as it is written: `exact(0.1)` is one tenth. @throws RangeError for what is not a finite number */
export const exact = (value: number | string): Exact => {
	const match = DECIMAL.exec(String(value).trim());
	if (!match || !(match[2] || match[3])) throw new RangeError(`Not a number: '${value}'`);
	const [, sign, whole = '', decimals = '', exponent = '0'] = match;
	const scale = decimals.length - Number(exponent);
	const digits = BigInt(`${sign}${whole}${decimals}`);
	return scale >= 0
		? fraction(digits, 10n ** BigInt(scale))
		: fraction(digits * 10n ** BigInt(-scale), 1n);
};

export const ZERO: Exact = { numerator: 0n, denominator: 1n };

export const add = (a: Exact, b: Exact): Exact =>
	fraction(
		a.numerator * b.denominator + b.numerator * a.denominator,
		a.denominator * b.denominator,
	);

export const negate = (a: Exact): Exact => ({
	numerator: -a.numerator,
	denominator: a.denominator,
});

export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));

export const multiply = (a: Exact, b: Exact): Exact =>
	fraction(a.numerator * b.numerator, a.denominator * b.denominator);

/** @throws RangeError when `b` is zero */
export const divide = (a: Exact, b: Exact): Exact =>
	fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const sum = (values: readonly Exact[]): Exact => values.reduce(add, ZERO);

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Exact, b: Exact): number => {
	const difference = a.numerator * b.denominator - b.numerator * a.denominator;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const isZero = (a: Exact): boolean => a.numerator === 0n;
export const isPositive = (a: Exact): boolean => a.numerator > 0n;
export const isNegative = (a: Exact): boolean => a.numerator < 0n;
export const largest = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);
export const smallest = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);

/** Rounded half away from zero, as Odoo rounds amounts (HALF-UP). */
export const roundTo = (value: Exact, decimals: number): number => {
	const scaled = value.numerator * 10n ** BigInt(decimals);
	const magnitude = scaled < 0n ? -scaled : scaled;
	const rounded = (2n * magnitude + value.denominator) / (2n * value.denominator);
	const digits = rounded.toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
	const result = Number(text);
	return scaled < 0n && result !== 0 ? -result : result;
};
