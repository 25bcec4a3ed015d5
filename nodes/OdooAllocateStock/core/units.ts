import { divide, exact, multiply, roundTo, type Exact } from '../../shared/core/exact';

/** How a line's unit of measure relates to its product's, and how finely Odoo keeps quantities. */
export interface UnitFacts {
	/** Product units in one line unit: 12 for a dozen of a product kept in pieces. */
	readonly ratio: Exact;
	/** Smallest quantity in the product's unit, as 0.01. */
	readonly grain: Exact;
	/** Smallest quantity in the line's unit. */
	readonly lineGrain: Exact;
}

const asWhole = ({ numerator, denominator }: Exact): number | null =>
	denominator === 1n && numerator <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(numerator) : null;

/** The nearest whole number of grains; quantities of stock may carry dust of floating point. */
export const toGrains = (quantity: number, grain: Exact): number =>
	roundTo(divide(exact(quantity), grain), 0);

export const fromGrains = (grains: number, grain: Exact): number =>
	roundTo(multiply(exact(grains), grain), DECIMALS);

const DECIMALS = 6;

/** A quantity in the line's unit, from grains. */
export const toLineQuantity = (grains: number, { ratio, grain }: UnitFacts): number =>
	roundTo(divide(multiply(exact(grains), grain), ratio), DECIMALS);

export const fromLineQuantity = (quantity: number, { ratio, grain }: UnitFacts): number =>
	roundTo(divide(multiply(exact(quantity), ratio), grain), 0);

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The smallest quantity that is a whole number of both. */
const leastCommonMultiple = (a: Exact, b: Exact): Exact => {
	const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
	return divide(
		exact(String((left * right) / gcd(left, right))),
		exact(String(a.denominator * b.denominator)),
	);
};

/** The smallest quantity that both units can express, in grains; null when there is none worth the name. */
const expressible = ({ ratio, grain, lineGrain }: UnitFacts): number | null =>
	asWhole(divide(leastCommonMultiple(grain, multiply(lineGrain, ratio)), grain));

export type StepSize = 'wholeUnits' | 'smallestQuantity';

interface Wanted {
	/** In grains. */
	readonly asked: number;
	/** The unit in which Odoo reserves the line. */
	readonly unit: UnitFacts;
	/** Product units in one unit of the order, which may be another. */
	readonly ordered: Exact;
	readonly size: StepSize;
}

/**
 * The step of a line in grains: one of the units it was ordered in when it asks for whole ones, else the smallest
 * quantity that Odoo can keep. What cannot be expressed exactly is allocated whole or not at all.
 */
export const stepOf = ({ asked, unit, ordered, size }: Wanted): number => {
	const smallest = expressible(unit);
	if (smallest === null || smallest > asked) return Math.max(asked, 1);
	const wholeUnit = asWhole(divide(ordered, unit.grain));
	const mayStep =
		wholeUnit !== null && wholeUnit > 0 && wholeUnit % smallest === 0 && asked % wholeUnit === 0;
	return size === 'wholeUnits' && mayStep ? wholeUnit : smallest;
};
