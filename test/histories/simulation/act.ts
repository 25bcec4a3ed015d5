import type { DraftChange, PersonStep } from '../steps';
import {
	cancelInvoice,
	credit,
	downPayment,
	draftInvoice,
	hasToInvoice,
	lineAt,
	postAll,
	withLine,
} from './invoicing';
import { withChanged } from './posting';
import {
	deliveredOf,
	isGoods,
	isLinked,
	totalOf,
	type SimulatedDocument,
	type SimulatedDocumentLine,
	type SimulatedOrder,
} from './simulatedOrder';
import { cancelTransfers, giveBack, procure, receive, ship } from './stock';

/** What a step of a person makes of an order; null where Odoo would refuse it, or nothing is there to act on. */
export const act = (order: SimulatedOrder, step: PersonStep): SimulatedOrder | null => {
	switch (step.do) {
		case 'confirm':
			return order.state === 'draft' ? procure({ ...order, state: 'sale' }) : null;
		case 'cancel':
			return order.state === 'sale' ? cancelled(order) : null;
		case 'reset':
			return order.state === 'cancel' ? { ...order, state: 'draft' } : null;
		case 'setQuantity':
			return edited(order, step.line, { ordered: step.quantity });
		case 'setPrice':
			return edited(order, step.line, { unitPrice: step.price });
		case 'invoiceTo':
			return { ...order, invoicedTo: step.who };
		case 'setTerms':
			return { ...order, termDays: step.days };
		case 'ship':
			return ship(order, step.quantity);
		case 'cancelRest':
			return cancelTransfers(order, ['out']);
		case 'work':
			return worked(order, step);
		case 'giveBack':
			return giveBack(order, step);
		case 'receive':
			return receive(order);
		case 'draft':
			return order.state === 'sale' && hasToInvoice(order) ? draftInvoice(order, true) : null;
		case 'downPayment':
			return downPayment(order, step);
		case 'editDraft':
			return withEditedDraft(order, step.change);
		case 'post':
			return postAll(order);
		case 'credit':
			return credit(order, step);
		case 'pay':
			return paid(order, step.share);
		case 'cancelInvoice':
			return cancelInvoice(order);
		default:
			return step satisfies never;
	}
};

const cancelled = (order: SimulatedOrder): SimulatedOrder => {
	const stopped = cancelTransfers(order, ['out', 'back']) ?? order;
	return {
		...stopped,
		state: 'cancel',
		documents: stopped.documents.map((document) =>
			document.state === 'draft' && isLinked(document.lines)
				? { ...document, state: 'cancelled' }
				: document,
		),
	};
};

const edited = (
	order: SimulatedOrder,
	index: number,
	change: { readonly ordered?: number; readonly unitPrice?: number },
): SimulatedOrder | null => {
	const line = lineAt(order, index);
	if (!line || order.state === 'cancel') return null;
	// Odoo asks for a return instead.
	if (order.state === 'sale' && (change.ordered ?? Infinity) < deliveredOf(order, line))
		return null;
	const now = withLine(order, line.id, change);
	const wanted = lineAt(now, index);
	return wanted && order.state === 'sale' && change.ordered !== undefined
		? procure(now, [wanted])
		: now;
};

const worked = (
	order: SimulatedOrder,
	{ line: index, quantity }: { readonly line: number; readonly quantity: number },
): SimulatedOrder | null => {
	const line = lineAt(order, index);
	return line && !isGoods(line) && order.state === 'sale'
		? withLine(order, line.id, { worked: Math.min(quantity, line.ordered) })
		: null;
};

const LONG_TERM = 60;

const withEditedDraft = (order: SimulatedOrder, change: DraftChange): SimulatedOrder | null => {
	const draft = order.documents.find(
		({ type, state, lines }) => type === 'invoice' && state === 'draft' && lines.length > 0,
	);
	const index = draft?.lines.findIndex(
		({ line }) =>
			line === null || order.lines.some(({ id, sells }) => id === line && sells !== null),
	);
	if (!draft || index === undefined || index < 0) return null;
	const edit = (
		changed: (line: SimulatedDocumentLine) => SimulatedDocumentLine,
	): Partial<SimulatedDocument> => ({
		lines: draft.lines.map((line, at) => (at === index ? changed(line) : line)),
	});
	if (change === 'untaxed' && !draft.lines[index]?.taxed) return null;
	const changes: Record<DraftChange, () => Partial<SimulatedDocument>> = {
		fewer: () => edit((line) => ({ ...line, quantity: line.quantity / 2 })),
		more: () => edit((line) => ({ ...line, quantity: line.quantity + 1 })),
		price: () => edit((line) => ({ ...line, price: line.price + 10 })),
		untaxed: () => edit((line) => ({ ...line, taxed: false })),
		debtor: () => ({ to: 'other' }),
		terms: () => ({ termDays: LONG_TERM }),
		extraLine: () => ({
			lines: [...draft.lines, { line: null, quantity: 1, price: 7, taxed: false }],
		}),
	};
	return withChanged(order, draft.id, changes[change]());
};

const residualOf = (document: SimulatedDocument): number => totalOf(document) - document.paid;

const paid = (order: SimulatedOrder, share: 'all' | 'half'): SimulatedOrder | null => {
	const due = order.documents.find(
		(document) =>
			document.type === 'invoice' && document.state === 'posted' && residualOf(document) > 0,
	);
	if (!due) return null;
	const rest = residualOf(due);
	return withChanged(order, due.id, { paid: due.paid + (share === 'all' ? rest : rest / 2) });
};
