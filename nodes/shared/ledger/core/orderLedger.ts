/**
 * The order ledger: of every line of an order what is ordered, shipped, still to come, on drafts, posted, credited and
 * paid, computed from stock moves, invoice lines and their links. Words used here:
 * worth — what the customer owes for a line at the end, by the product's invoicing policy;
 * due — what may be invoiced of it by now;
 * quantities are in the line's unit and direction (`LineQuantities`), amounts in the order's currency, all exact.
 */
import {
	add,
	isPositive,
	largest,
	smallest,
	subtract,
	sum,
	ZERO,
	type Exact,
} from '../../core/exact';
import { negateAmount, timesAmount, type Amount } from './amount';
import { downPaymentOf, type DownPaymentLedger } from './downPayments';
import { creditedBack } from './creditedBack';
import { documentsOf, entriesOf, type LineDocuments } from './lineDocuments';
import { directionOf } from './lineMoves';
import { exchanged, quantitiesOf, type LineQuantities } from './lineQuantities';
import type { LineRow, OrderRow } from './orderRows';
import { unitPricesOf } from './unitPrice';

export interface OrderLedger {
	readonly id: number;
	readonly state: OrderRow['state'];
	/** ISO 4217. */
	readonly currency: string;
	/** Without down payments. */
	readonly lines: readonly LineLedger[];
	readonly downPayments: readonly DownPaymentLedger[];
}

/**
 * One order line. Its worth lies in exactly one place each:
 * `worth + overInvoiced = undelivered + deliveredNotInvoiced + invoiced + waived`, none of them negative.
 */
export interface LineLedger extends LineQuantities {
	readonly id: number;
	readonly kind: 'goods' | 'service';
	readonly invoicedBy: LineRow['invoicedBy'];
	/** Of one unit in the line's direction: negative for what is taken in, and for a discount. */
	readonly price: Amount;
	readonly documents: LineDocuments;
	/** Quantity owed at the end: what is delivered and will be, or what is ordered; of a cancelled order what left the house. */
	readonly worth: Exact;
	/** Quantity owed by now: delivered, or ordered. */
	readonly due: Exact;
	/** Quantity on invoices, drafts included, less what was credited for goods; an allowance lowers nothing. */
	readonly invoiced: Exact;
	/** To be invoiced once it is delivered, or ordered and not delivered yet. */
	readonly undelivered: Exact;
	/** The customer has it, and no invoice asks for it. */
	readonly deliveredNotInvoiced: Exact;
	/** What the next invoice may ask for, by policy. */
	readonly toInvoice: Exact;
	/** Was invoiced and credited without coming back: settled between people, never invoiced again by itself. */
	readonly waived: Exact;
	/** Invoiced beyond everything the line will ever be worth: to be credited. */
	readonly overInvoiced: Exact;
}

export const orderLedgerOf = (order: OrderRow): OrderLedger => {
	const prices = unitPricesOf(order);
	const priced = order.lines.map((line) => ({
		line,
		price: prices.get(line.id) ?? { net: ZERO, gross: ZERO },
	}));
	return {
		id: order.id,
		state: order.state,
		currency: order.currency,
		lines: priced.flatMap(({ line, price }) => toLine(order, line, price) ?? []),
		downPayments: priced
			.filter(({ line }) => line.kind === 'downPayment')
			.map(({ line, price }) => downPaymentOf(line, price, order.currency)),
	};
};

const toLine = (order: OrderRow, line: LineRow, price: Amount): LineLedger | null => {
	if (line.kind === 'downPayment') return null;
	const quantities = quantitiesOf(line, order.state);
	const directed = directionOf(line) === -1 ? negateAmount(price) : price;
	const entries = entriesOf(line, directed, order.currency);
	const documents = documentsOf(entries);
	const byOrder = isByOrder(order, line);
	const kept = byOrder ? quantities.ordered : quantities.delivered;
	return {
		id: line.id,
		kind: line.kind,
		invoicedBy: line.invoicedBy,
		price: directed,
		documents,
		...quantities,
		...stateOf({
			quantities,
			documents,
			byOrder,
			creditedBack: creditedBack(line, entries, { kept, byOrder }),
		}),
	};
};

/** Of a cancelled order nothing is owed but what left the house. */
const isByOrder = ({ state }: OrderRow, { invoicedBy }: LineRow): boolean =>
	state === 'quotation' || (state === 'confirmed' && invoicedBy === 'ordered');

const positive = (value: Exact): Exact => largest(ZERO, value);

interface StateInput {
	readonly quantities: LineQuantities;
	readonly documents: LineDocuments;
	readonly byOrder: boolean;
	readonly creditedBack: Exact;
}

type LineState = Pick<
	LineLedger,
	| 'worth'
	| 'due'
	| 'invoiced'
	| 'undelivered'
	| 'deliveredNotInvoiced'
	| 'toInvoice'
	| 'waived'
	| 'overInvoiced'
>;

const stateOf = ({ quantities, documents, byOrder, creditedBack: back }: StateInput): LineState => {
	const { ordered, delivered, coming } = quantities;
	const owed = (reached: Exact): Exact =>
		byOrder ? positive(ordered) : subtract(reached, exchanged(quantities, reached));
	const worth = owed(add(delivered, coming));
	const due = owed(delivered);
	const billed = add(documents.draft.quantity, documents.posted.quantity);
	const invoiced = positive(subtract(billed, documents.creditedGoods));
	// What was asked for once is not asked for again, whatever was credited since, unless it had come back.
	const asked = subtract(billed, back);
	const rest = positive(subtract(worth, asked));
	const toInvoice = smallest(rest, positive(subtract(due, asked)));
	const deliveredNotInvoiced = byOrder
		? smallest(rest, positive(subtract(delivered, invoiced)))
		: toInvoice;
	return {
		worth,
		due,
		invoiced,
		undelivered: subtract(rest, deliveredNotInvoiced),
		deliveredNotInvoiced,
		toInvoice,
		waived: subtract(positive(subtract(worth, invoiced)), rest),
		overInvoiced: positive(subtract(invoiced, worth)),
	};
};

/** Money of a quantity of a line, at the order's price. */
export const amountFor = ({ price }: LineLedger, quantity: Exact): Amount =>
	timesAmount(quantity, price);

/** What may still be invoiced of a line, ever: now and once it is delivered. */
export const remainingToInvoice = ({ undelivered, deliveredNotInvoiced }: LineLedger): Exact =>
	sum([undelivered, deliveredNotInvoiced]);

/** Something of the order reached the customer, whether or not it came back: history, not what is left of it. */
export const hasShipped = ({ lines }: OrderLedger): boolean =>
	lines.some(({ kind, shipped }) => kind === 'goods' && isPositive(shipped));

/** Nothing of the goods is still to come, from anywhere in the chain. */
export const isComplete = ({ lines }: OrderLedger): boolean =>
	!lines.some(({ kind, coming }) => kind === 'goods' && isPositive(coming));
