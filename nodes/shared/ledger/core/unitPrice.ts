import {
	add,
	divide,
	exact,
	isNegative,
	isZero,
	multiply,
	negate,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../core/exact';
import type { Amount } from './amount';
import type { LineRow, OrderRow, TaxRow } from './orderRows';

const ONE = exact(1);
const HUNDRED = exact(100);
const share = (percent: number): Exact => divide(exact(percent), HUNDRED);

/**
 * What one unit of each line is worth, by line id. The sum over the ordered quantities is the order's own total, however
 * the company rounds tax: the difference to the lines is spread over their taxes.
 */
export const unitPricesOf = ({ total, lines }: OrderRow): ReadonlyMap<number, Amount> => {
	const difference = subtract(exact(total), sum(lines.map(({ gross }) => exact(gross))));
	const weights = lines.map(({ gross, net }) => size(subtract(exact(gross), exact(net))));
	const weight = sum(weights);
	return new Map(
		lines.map((line, index) => {
			const part = isZero(weight)
				? ZERO
				: multiply(difference, divide(weights[index] ?? ZERO, weight));
			return [line.id, unitPriceOf(line, part)];
		}),
	);
};

const size = (value: Exact): Exact => (isNegative(value) ? negate(value) : value);

/** Odoo gives a line without ordered quantity no amounts, so that its taxes are computed here. */
const unitPriceOf = (line: LineRow, rounding: Exact): Amount => {
	const ordered = exact(line.ordered);
	if (isZero(ordered))
		return taxed(multiply(exact(line.unitPrice), subtract(ONE, share(line.discount))), line.taxes);
	return {
		net: divide(exact(line.net), ordered),
		gross: divide(add(exact(line.gross), rounding), ordered),
	};
};

/** A price with its taxes, as Odoo computes them before it rounds. */
const taxed = (price: Exact, taxes: readonly TaxRow[]): Amount => {
	const net = withoutIncluded(
		price,
		taxes.filter(({ isInPrice }) => isInPrice),
	);
	let gross = net;
	let base = net;
	for (const tax of taxes) {
		const amount = taxOn(base, tax);
		gross = add(gross, amount);
		if (tax.raisesBase) base = add(base, amount);
	}
	return { net, gross };
};

const withoutIncluded = (price: Exact, included: readonly TaxRow[]): Exact => {
	const fixed = sum(
		included.filter(({ kind }) => kind === 'fixed').map(({ amount }) => exact(amount)),
	);
	let factor = ONE;
	let raised = ONE;
	for (const tax of included) {
		const part = multiply(raised, rateOf(tax));
		factor = add(factor, part);
		if (tax.raisesBase) raised = add(raised, part);
	}
	return divide(subtract(price, fixed), factor);
};

/** Of a base of one. */
const rateOf = ({ kind, amount }: TaxRow): Exact => {
	if (kind === 'percent') return share(amount);
	if (kind === 'division') return divide(share(amount), subtract(ONE, share(amount)));
	return ZERO;
};

const taxOn = (base: Exact, tax: TaxRow): Exact =>
	tax.kind === 'fixed' ? exact(tax.amount) : multiply(base, rateOf(tax));
