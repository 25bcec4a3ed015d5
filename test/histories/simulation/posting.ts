import {
	totalOf,
	type SimulatedDocument,
	type SimulatedLine,
	type SimulatedOrder,
} from './simulatedOrder';

export const withChanged = (
	order: SimulatedOrder,
	id: number,
	change: Partial<SimulatedDocument>,
): SimulatedOrder => ({
	...order,
	documents: order.documents.map((document) =>
		document.id === id ? { ...document, ...change } : document,
	),
});

/** Posts a draft: its down payments get their price, and a credit note is set against the invoice that it takes back. */
export const withPosted = (order: SimulatedOrder, id: number): SimulatedOrder =>
	matched(repriced(withChanged(order, id, { state: 'posted' }), id), id);

const isOn = ({ lines }: SimulatedDocument, id: number): boolean =>
	lines.some(({ line }) => line === id);

/** A down payment is worth what its own documents ask for; one that carries other lines too is a final invoice. */
const repriced = (order: SimulatedOrder, id: number): SimulatedOrder => {
	const document = order.documents.find((one) => one.id === id);
	const paidDown = order.lines.filter(
		(line) => line.sells === null && document && isOn(document, line.id),
	);
	const isFinal = (one: SimulatedDocument): boolean =>
		order.lines.some((line) => !paidDown.includes(line) && isOn(one, line.id));
	const own = order.documents.filter((one) => one.state === 'posted' && !isFinal(one));
	const priceOf = (line: SimulatedLine): number =>
		own
			.flatMap(({ type, lines }) =>
				lines
					.filter((entry) => entry.line === line.id)
					.map(({ price }) => (type === 'invoice' ? price : -price)),
			)
			.reduce((sum, price) => sum + price, 0);
	return {
		...order,
		lines: order.lines.map((line) =>
			paidDown.includes(line) ? { ...line, unitPrice: priceOf(line) } : line,
		),
	};
};

const matched = (order: SimulatedOrder, id: number): SimulatedOrder => {
	const note = order.documents.find((one) => one.id === id);
	const invoice = order.documents.find((one) => one.id === note?.reverses);
	if (!note || !invoice || invoice.state !== 'posted') return order;
	const amount = Math.min(totalOf(note) - note.paid, totalOf(invoice) - invoice.paid);
	return withChanged(withChanged(order, note.id, { paid: note.paid + amount }), invoice.id, {
		paid: invoice.paid + amount,
	});
};
