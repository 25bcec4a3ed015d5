import { draftsOf } from '../drafts';
import type { InvoicingOrder } from '../facts';
import { finding, reasonOf } from '../reason';
import type { Rule } from './rule';

interface SharedDraft {
	readonly invoiceId: number;
	readonly orderId: number;
	/** Of the other order. */
	readonly reference: string;
}

const shared = finding({
	code: 'draftSharedWithHeldOrder',
	case: 'INVOICE_DRAFT',
	sentence: ({ reference }: SharedDraft) =>
		`The draft invoice is also for ${reference}, which may not be invoiced yet`,
	figures: ({ invoiceId, orderId }) => ({ invoice: invoiceId, order: orderId }),
});

type Others = {
	/** Orders that may be invoiced. */
	readonly released: ReadonlySet<number>;
	readonly referenceOf: (orderId: number) => string | undefined;
};

/** A draft is posted only when every order on it may be invoiced. */
export const draftSharedWithHeldOrder: Rule<
	readonly [order: InvoicingOrder, others: Others],
	'draftSharedWithHeldOrder'
> = {
	findings: [shared],
	options: {},
	check: (order, { released, referenceOf }) => {
		for (const { id: invoiceId, orderIds } of draftsOf(order)) {
			const orderId = orderIds.find((other) => !released.has(other));
			if (orderId === undefined) continue;
			const reference = referenceOf(orderId) ?? `order ${orderId}`;
			return [reasonOf(shared, { invoiceId, orderId, reference })];
		}
		return [];
	},
};
