import {
	amountsOf,
	cents,
	isLinked,
	priceOf,
	toInvoiceOf,
	totalOf,
	type SimulatedDocument,
	type SimulatedDocumentLine,
	type SimulatedLine,
	type SimulatedOrder,
} from './simulatedOrder';
import { withChanged, withPosted } from './posting';

type Act = SimulatedOrder | null;

const withDocument = (
	order: SimulatedOrder,
	document: Omit<SimulatedDocument, 'id' | 'to' | 'termDays' | 'at' | 'paid'> &
		Partial<SimulatedDocument>,
): SimulatedOrder => ({
	...order,
	nextId: order.nextId + 1,
	documents: [
		...order.documents,
		{
			to: order.invoicedTo,
			termDays: order.termDays,
			at: order.now,
			paid: 0,
			...document,
			id: order.nextId,
		},
	],
});

/** Odoo's dialog for what can be invoiced; down payments and credits only if it deducts. */
export const draftInvoice = (order: SimulatedOrder, deducts: boolean): Act => {
	const lines = order.lines.flatMap((line): SimulatedDocumentLine[] => {
		const quantity = toInvoiceOf(order, line);
		if (Math.abs(quantity) < 1e-9 || (quantity < 0 && !deducts)) return [];
		const asked = line.sells === null ? -1 : quantity;
		return [{ line: line.id, quantity: asked, price: priceOf(line), taxed: line.taxed }];
	});
	if (lines.length === 0) return null;
	const drafted = withDocument(order, { type: 'invoice', state: 'draft', reverses: null, lines });
	const made = drafted.documents[drafted.documents.length - 1];
	// A document below zero is a credit note; without deduction Odoo leaves it an invoice.
	return made && totalOf(made) < 0 && deducts
		? withChanged(drafted, made.id, {
				type: 'creditNote',
				reverses: reversedBy(order, lines),
				lines: lines.map((line) => ({ ...line, quantity: -line.quantity })),
			})
		: drafted;
};

/** Odoo finds the one invoice that a switched document takes back, where there is only one. */
const reversedBy = (
	{ documents }: SimulatedOrder,
	lines: readonly SimulatedDocumentLine[],
): number | null => {
	const found = documents.filter(
		(document) =>
			document.type === 'invoice' &&
			document.state === 'posted' &&
			document.lines.some(({ line }) => lines.some((taken) => taken.line === line)),
	);
	return found.length === 1 ? (found[0]?.id ?? null) : null;
};

export const downPayment = (
	order: SimulatedOrder,
	{
		by,
		amount,
		post,
	}: { readonly by: 'percent' | 'fixed'; readonly amount: number; readonly post: boolean },
): Act => {
	if (order.state !== 'sale') return null;
	const groups = [
		...new Set(order.lines.filter(({ sells }) => sells !== null).map(({ taxed }) => taxed)),
	].map((taxed) => ({ taxed, ...groupOf(order, taxed) }));
	const total = groups.reduce((sum, { gross }) => sum + gross, 0);
	if (total <= 0) return null;
	const share = by === 'percent' ? amount / 100 : amount / total;
	const lines = groups
		.filter(({ gross }) => gross > 0)
		.map(
			({ taxed, net }, index): SimulatedLine => ({
				id: order.nextId + index,
				sells: null,
				ordered: 0,
				worked: 0,
				unitPrice: net * share,
				discount: 0,
				taxed,
			}),
		);
	const asked = {
		...order,
		nextId: order.nextId + lines.length,
		lines: [...order.lines, ...lines],
	};
	const made = withDocument(asked, {
		type: 'invoice',
		state: 'draft',
		reverses: null,
		lines: lines.map((line) => ({
			line: line.id,
			quantity: 1,
			price: line.unitPrice,
			taxed: line.taxed,
		})),
	});
	return post ? lastPosted(made) : made;
};

const lastPosted = (order: SimulatedOrder): SimulatedOrder =>
	order.documents.slice(-1).reduce((now, { id }) => withPosted(now, id), order);

const groupOf = ({ lines }: SimulatedOrder, wanted: boolean): { net: number; gross: number } =>
	lines
		.filter(({ taxed, sells }) => taxed === wanted && sells !== null)
		.map((line) => amountsOf({ quantity: line.ordered, price: priceOf(line), taxed: line.taxed }))
		.reduce((sum, { net, gross }) => ({ net: sum.net + net, gross: sum.gross + gross }), {
			net: 0,
			gross: 0,
		});

export const postAll = (order: SimulatedOrder): Act => {
	const drafts = order.documents.filter(({ state, lines }) => state === 'draft' && isLinked(lines));
	if (drafts.length === 0 || drafts.some((draft) => totalOf(draft) < 0)) return null;
	return drafts.reduce((now, { id }) => withPosted(now, id), order);
};

const lastInvoice = ({ documents }: SimulatedOrder): SimulatedDocument | undefined =>
	documents
		.filter(({ type, state, lines }) => type === 'invoice' && state === 'posted' && isLinked(lines))
		.at(-1);

export const credit = (
	order: SimulatedOrder,
	how: {
		readonly what: 'all' | 'piece' | 'price';
		readonly linked: boolean;
		readonly post: boolean;
	},
): Act => {
	const invoice = lastInvoice(order);
	if (!invoice) return null;
	const lines = creditedLines(order, invoice, how.what);
	if (lines.length === 0) return null;
	const made = withDocument(order, {
		type: 'creditNote',
		state: 'draft',
		reverses: invoice.id,
		to: invoice.to,
		lines: how.linked ? lines : lines.map((line) => ({ ...line, line: null })),
	});
	if (!how.post) return made;
	// Odoo posts no document below zero.
	const note = made.documents.at(-1);
	return note && totalOf(note) < 0 ? null : lastPosted(made);
};

const creditedLines = (
	{ lines: sold }: SimulatedOrder,
	{ lines }: SimulatedDocument,
	what: 'all' | 'piece' | 'price',
): SimulatedDocumentLine[] => {
	if (what === 'all') return [...lines];
	const isTrade = ({ line }: SimulatedDocumentLine): boolean =>
		line === null || sold.some(({ id, sells }) => id === line && sells !== null);
	const first = lines.find(isTrade);
	if (!first) return [];
	return [
		what === 'piece'
			? { ...first, quantity: Math.min(1, first.quantity) }
			: { ...first, price: cents(first.price / 10) },
	];
};

export const cancelInvoice = (order: SimulatedOrder): Act => {
	const invoice = lastInvoice(order);
	return invoice ? withChanged(order, invoice.id, { state: 'cancelled' }) : null;
};

/** What is wanted of a line that a person asks for by its place. */
export const lineAt = (order: SimulatedOrder, index: number): SimulatedLine | undefined =>
	order.lines.filter(({ sells }) => sells !== null)[index];

export const withLine = (
	order: SimulatedOrder,
	id: number,
	change: Partial<SimulatedLine>,
): SimulatedOrder => ({
	...order,
	lines: order.lines.map((line) => (line.id === id ? { ...line, ...change } : line)),
});

/** Whether the dialog would make anything. */
export const hasToInvoice = (order: SimulatedOrder): boolean =>
	order.lines.some((line) => Math.abs(toInvoiceOf(order, line)) > 1e-9);
