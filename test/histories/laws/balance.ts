import type { DocumentFacts, DocumentLineFacts, LineFacts, OrderFacts } from '../facts';

/** Odoo's quantities are binary floats. */
export const TINY = 1e-6;

export interface LineBalance {
	/** What the customer owes for the line at the end: ordered, or delivered and still coming. */
	readonly worth: number;
	/** What may be asked for by now: ordered, or delivered. */
	readonly due: number;
	readonly coming: number;
	/** Came back to be refunded. */
	readonly returned: number;
	/** On posted invoices, whatever was credited. */
	readonly billed: number;
	/** For the goods, by drafts too. */
	readonly credited: number;
	/** The same without what was credited for the goods; a credit on the price alone takes no goods back. */
	readonly kept: number;
	/** The same with drafts, as far as they are right to be posted. */
	readonly keptWithDrafts: number;
}

export const goodsOf = ({ lines }: OrderFacts): LineFacts[] =>
	lines.filter(({ isDownPayment }) => !isDownPayment);

export const balanceOf = (order: OrderFacts, line: LineFacts): LineBalance => {
	const { delivered, coming, returned, returning } = movedOf(order, line);
	const byOrder = line.invoicedBy === 'order' && order.state !== 'cancel';
	const ordered = Math.max(0, line.ordered);
	// A return under way and what replaces it are one piece.
	const once = (reached: number): number =>
		reached - Math.min(returning, Math.max(0, reached - ordered));
	const worth = byOrder ? ordered : once(delivered + coming);
	return {
		worth: order.state === 'draft' || order.state === 'sent' ? ordered : worth,
		due: byOrder ? ordered : once(delivered),
		coming,
		returned,
		...invoicedOf(order, line),
	};
};

const movedOf = (
	{ state }: OrderFacts,
	line: LineFacts,
): { delivered: number; coming: number; returned: number; returning: number } => {
	if (line.isService)
		return {
			delivered: line.delivered,
			coming: state === 'cancel' ? 0 : Math.max(0, line.ordered - line.delivered),
			returned: 0,
			returning: 0,
		};
	const total = (wanted: (move: LineFacts['moves'][number]) => boolean): number =>
		line.moves.filter(wanted).reduce((sum, { quantity }) => sum + quantity, 0);
	const shipped = total(
		({ state: of, from, to }) => of === 'done' && to === 'customer' && from !== 'customer',
	);
	const back = (wanted: LineFacts['moves'][number]['state']): number =>
		total(
			({ state: of, from, to, refunds }) =>
				of === wanted && from === 'customer' && to !== 'customer' && refunds,
		);
	const open = total(
		({ state: of, from, isReturn }) => of === 'open' && from !== 'customer' && !isReturn,
	);
	return {
		delivered: shipped - back('done'),
		coming: state === 'cancel' ? 0 : open,
		returned: back('done'),
		returning: back('open'),
	};
};

interface Entry {
	readonly document: DocumentFacts;
	/** Of the invoice: negative for what is taken back. */
	readonly quantity: number;
	readonly net: number;
	readonly entry: DocumentLineFacts;
}

export const signOf = ({ type }: DocumentFacts): 1 | -1 => (type === 'invoice' ? 1 : -1);

/** What documents that are not cancelled say of a line. */
export const entriesOf = ({ documents }: OrderFacts, line: number): Entry[] =>
	documents
		.filter(({ state }) => state !== 'cancelled')
		.flatMap((document) =>
			document.lines
				.filter((entry) => entry.line === line)
				.map((entry) => ({
					document,
					entry,
					quantity: signOf(document) * entry.quantity,
					net: signOf(document) * entry.net,
				})),
		);

const sumOf = (entries: readonly Entry[]): number =>
	entries.reduce((sum, { quantity }) => sum + quantity, 0);

const invoicedOf = (order: OrderFacts, line: LineFacts) => {
	const entries = entriesOf(order, line.id);
	const asked = entries.filter(({ quantity }) => quantity > 0);
	// What was asked for before it; where that was cancelled since, what is asked for now.
	const usualFor = (credit: Entry): number => {
		const before = asked.filter(({ document }) => document.id < credit.document.id);
		return Math.max(0, ...(before.length > 0 ? before : asked).map(({ entry }) => entry.price));
	};
	const credited = entries.filter(
		(credit) => credit.quantity < 0 && credit.entry.price >= usualFor(credit) / 2,
	);
	const posted = ({ document }: Entry): boolean => document.state === 'posted';
	const billed = sumOf(asked.filter(posted));
	return {
		billed,
		credited: -sumOf(credited),
		kept: billed + sumOf(credited.filter(posted)),
		// Credited, and the invoice cancelled afterwards: nothing is left to take back.
		keptWithDrafts: Math.max(0, sumOf(asked) + sumOf(credited)),
	};
};

/** Down payments that were invoiced and not taken off again, without tax. */
export const openDownPayments = (order: OrderFacts, states: readonly string[] = ['posted']) =>
	order.lines
		.filter(({ isDownPayment }) => isDownPayment)
		.flatMap(({ id }) => entriesOf(order, id))
		.filter(({ document }) => states.includes(document.state))
		.reduce(
			(sum, { net, document, entry }) => ({
				net: sum.net + net,
				gross: sum.gross + signOf(document) * entry.gross,
			}),
			{ net: 0, gross: 0 },
		);

/** Money of everything posted for an order less what is credited, without tax. */
export const postedMoney = ({ documents }: OrderFacts): number =>
	documents
		.filter(({ state }) => state === 'posted')
		.reduce(
			(sum, document) =>
				sum + signOf(document) * document.lines.reduce((all, { net }) => all + net, 0),
			0,
		);
