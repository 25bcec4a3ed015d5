import {
	add,
	divide,
	exact,
	isNegative,
	largest,
	multiply,
	negate,
	smallest,
	subtract,
	ZERO,
	type Exact,
} from '../../shared/core/exact';
import type { OpenLine } from './account';

/** What a line may still be invoiced for, with tax, in its currency: what was delivered already, and the rest. */
interface LineExposure {
	readonly delivered: Exact;
	readonly undelivered: Exact;
}

/**
 * Delivered and not invoiced plus not delivered, each counted once. Ordered ten, delivered six, invoiced four: two and
 * four. What nobody will deliver any more (no open move) counts only as far as Odoo would invoice it.
 */
export const exposureOfLine = (line: OpenLine): LineExposure => {
	const ordered = exact(line.ordered);
	const sign = isNegative(ordered) ? negate : (value: Exact) => value;
	const invoiced = sign(exact(line.invoiced));
	const delivered = sign(exact(line.delivered));
	const open = largest(
		ZERO,
		openQuantity(line, {
			ordered: sign(ordered),
			delivered,
			invoiced,
			toInvoice: sign(exact(line.toInvoice)),
		}),
	);
	const deliveredPart = smallest(open, largest(ZERO, subtract(delivered, invoiced)));
	const price = sign(pricePerUnit(line, ordered));
	const rest = line.beyondHorizon ? ZERO : subtract(open, deliveredPart);
	return { delivered: multiply(price, deliveredPart), undelivered: multiply(price, rest) };
};

interface Quantities {
	readonly ordered: Exact;
	readonly delivered: Exact;
	readonly invoiced: Exact;
	readonly toInvoice: Exact;
}

const openQuantity = (
	line: OpenLine,
	{ ordered, delivered, invoiced, toInvoice }: Quantities,
): Exact => {
	if (line.confirmed && line.fromStock && !line.hasOpenMove) return toInvoice;
	return subtract(invoicesWhatIsDelivered(line) ? largest(ordered, delivered) : ordered, invoiced);
};

/** The invoicing policy, seen where it matters: when more was delivered than ordered. */
const invoicesWhatIsDelivered = ({ ordered, delivered, invoiced, toInvoice }: OpenLine): boolean =>
	Math.abs(toInvoice - (delivered - invoiced)) < Math.abs(toInvoice - (ordered - invoiced));

const HUNDRED = exact(100);

/** A product added at delivery has an ordered quantity of zero, and Odoo gives it no total. */
const pricePerUnit = (line: OpenLine, ordered: Exact): Exact =>
	line.ordered === 0
		? multiply(exact(line.unitPrice), divide(subtract(HUNDRED, exact(line.discount)), HUNDRED))
		: divide(exact(line.total), ordered);

export const sumOfLines = (lines: readonly LineExposure[]): LineExposure =>
	lines.reduce(
		(sum, line) => ({
			delivered: add(sum.delivered, line.delivered),
			undelivered: add(sum.undelivered, line.undelivered),
		}),
		{
			delivered: ZERO,
			undelivered: ZERO,
		},
	);
