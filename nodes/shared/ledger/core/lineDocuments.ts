import {
	add,
	compare,
	divide,
	exact,
	isNegative,
	isPositive,
	isZero,
	multiply,
	negate,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../core/exact';
import {
	addAmounts,
	negateAmount,
	NO_AMOUNT,
	sumAmounts,
	timesAmount,
	type Amount,
} from './amount';
import { directionOf, inUnitOf } from './lineMoves';
import type { DocumentRow, InvoiceLineRow, LineRow } from './orderRows';

/** What is on documents for an order line: how much, and for how much money. */
interface Documented {
	/** In the line's unit and direction. */
	readonly quantity: Exact;
	readonly amount: Amount;
	/** Of the amount, as far as its posted documents are paid or matched with others. */
	readonly settled: Amount;
}

/**
 * The invoices and credit notes of an order line. Which of both an entry is, is told by its document and its quantity
 * together: three of a positive line with the quantity -3 on an invoice are credited, +3 on a credit note as well.
 */
export interface LineDocuments {
	/** Asked for by invoices that are not posted. */
	readonly draft: Documented;
	readonly posted: Documented;
	/** Taken back by documents that are not posted. */
	readonly draftCredit: Documented;
	readonly postedCredit: Documented;
	/**
	 * Of both credits, the quantity that was credited at about its price: goods that came back, were not sent or were not
	 * owed. The rest is an allowance on a price: the goods stay invoiced, whatever Odoo's `qty_invoiced` says.
	 */
	readonly creditedGoods: Exact;
	/** The money of those allowances. */
	readonly allowances: Amount;
}

interface Entry {
	readonly quantity: Exact;
	readonly amount: Amount;
	readonly document: DocumentRow;
}

/** The entries of documents that are not cancelled, none of them negative. */
export interface LineEntries {
	readonly billed: readonly Entry[];
	/** Credits of goods, and those of a price. */
	readonly goods: readonly Entry[];
	readonly allowances: readonly Entry[];
}

/** @param price of one unit, in the line's direction */
export const entriesOf = (line: LineRow, price: Amount, currency: string): LineEntries => {
	const entries = line.invoiceLines
		.filter(({ document }) => document.state !== 'cancelled')
		.map((entry) => toEntry(line, entry, { price, currency }));
	const billed = entries.filter(({ quantity }) => !isNegative(quantity));
	const credits = entries
		.filter(({ quantity }) => isNegative(quantity))
		.map(
			(entry): Entry => ({
				...entry,
				quantity: negate(entry.quantity),
				amount: negateAmount(entry.amount),
			}),
		);
	const isGoods = (credit: Entry): boolean => {
		// A price that was asked for later says nothing about it.
		const before = billed.filter(({ document }) => document.id < credit.document.id);
		return isForGoods(credit, averageOf(before) ?? averageOf(billed) ?? price);
	};
	return {
		billed,
		goods: credits.filter(isGoods),
		allowances: credits.filter((entry) => !isGoods(entry)),
	};
};

export const documentsOf = ({ billed, goods, allowances }: LineEntries): LineDocuments => {
	const credits = [...goods, ...allowances];
	return {
		draft: totalOf(billed, 'draft'),
		posted: totalOf(billed, 'posted'),
		draftCredit: totalOf(credits, 'draft'),
		postedCredit: totalOf(credits, 'posted'),
		creditedGoods: sum(goods.map(({ quantity }) => quantity)),
		allowances: sumAmounts(allowances.map(({ amount }) => amount)),
	};
};

const toEntry = (
	line: LineRow,
	entry: InvoiceLineRow,
	{ price, currency }: { readonly price: Amount; readonly currency: string },
): Entry => {
	const { document } = entry;
	const side = document.type === 'invoice' ? 1 : -1;
	const quantity = multiply(exact(side * directionOf(line)), inUnitOf(line, entry));
	const own = { net: exact(side * entry.net), gross: exact(side * entry.gross) };
	// In another currency it stands for what the order asks for it.
	const amount = document.currency === currency ? own : timesAmount(quantity, price);
	return { quantity, amount, document };
};

const totalOf = (entries: readonly Entry[], state: DocumentRow['state']): Documented =>
	entries
		.filter(({ document }) => document.state === state)
		.reduce<Documented>(
			(total, entry) => ({
				quantity: add(total.quantity, entry.quantity),
				amount: addAmounts(total.amount, entry.amount),
				settled: addAmounts(total.settled, settledOf(entry)),
			}),
			{ quantity: ZERO, amount: NO_AMOUNT, settled: NO_AMOUNT },
		);

/** Odoo matches documents, not their lines: each line is paid as far as its document is. */
const settledOf = ({ amount, document: { state, total, residual } }: Entry): Amount =>
	state === 'posted' && total !== 0
		? timesAmount(divide(subtract(exact(total), exact(residual)), exact(total)), amount)
		: NO_AMOUNT;

const averageOf = (entries: readonly Entry[]): Amount | null => {
	const quantity = sum(entries.map((entry) => entry.quantity));
	if (!isPositive(quantity)) return null;
	return timesAmount(divide(exact(1), quantity), sumAmounts(entries.map(({ amount }) => amount)));
};

const TWO = exact(2);
const sizeOf = (value: Exact): Exact => (isNegative(value) ? negate(value) : value);

/** Nearer to the price than to nothing; of what costs nothing every credit gives back the thing itself. */
const isForGoods = ({ quantity, amount }: Entry, price: Amount): boolean =>
	isZero(price.net) ||
	compare(multiply(TWO, sizeOf(amount.net)), multiply(quantity, sizeOf(price.net))) >= 0;
