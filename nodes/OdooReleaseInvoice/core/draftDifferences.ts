import { listText } from '../../shared/core/wording';
import { draftsOf } from './drafts';
import type { InvoicingOrder, OrderLineFacts } from './facts';
import type { InvoiceFacts, InvoiceLineFacts } from './invoiceFacts';
import type { Named } from './named';
import type { InvoicePolicy } from './policy';
import { isDownPayment } from './quantities';

/** Where a draft is not what would be made now. Quantities, prices, company and currency have rules of their own. */
export interface DraftDifference {
	readonly invoiceId: number;
	/** `Payment terms`, `Tax of Chair` */
	readonly what: string;
	readonly drafted: string;
	readonly ordered: string;
}

export const draftDifferences = (
	order: InvoicingOrder,
	{ consolidatesTerms }: InvoicePolicy,
): DraftDifference[] =>
	draftsOf(order).flatMap((draft) =>
		[
			...headerDifferences(order, draft),
			...(consolidatesTerms && draft.orderIds.length > 1 ? [] : termDifferences(order, draft)),
			...linesOnDraft(order.lines, draft).flatMap(lineDifferences),
		].map((difference) => ({ invoiceId: draft.id, ...difference })),
	);

interface LineOnDraft {
	readonly line: OrderLineFacts;
	readonly drafted: InvoiceLineFacts;
}

/** Odoo itself rewrites the order line of a down payment by its invoice. */
const linesOnDraft = (lines: readonly OrderLineFacts[], draft: InvoiceFacts): LineOnDraft[] =>
	draft.lines.flatMap((drafted) => {
		const line = lines.find(({ id }) => id === drafted.orderLineId);
		return line && !isDownPayment(line) ? [{ line, drafted }] : [];
	});

type Difference = Omit<DraftDifference, 'invoiceId'>;

const between = (what: string, drafted: Named | null, ordered: Named | null): Difference[] =>
	drafted?.id === ordered?.id
		? []
		: [{ what, drafted: drafted?.name ?? 'none', ordered: ordered?.name ?? 'none' }];

const headerDifferences = (order: InvoicingOrder, draft: InvoiceFacts): Difference[] => [
	...between('Customer', draft.customer, order.customer),
	...between('Delivery address', draft.deliveryAddress, order.deliveryAddress),
	// Odoo looks for one by the address where the order has none.
	...(order.fiscalPosition
		? between('Fiscal position', draft.fiscalPosition, order.fiscalPosition)
		: []),
];

/** Odoo gives a credit note no terms. */
const termDifferences = (order: InvoicingOrder, draft: InvoiceFacts): Difference[] =>
	draft.kind === 'invoice' ? between('Payment terms', draft.paymentTerm, order.paymentTerm) : [];

const lineDifferences = ({ line, drafted }: LineOnDraft): Difference[] => [
	...between('Product', drafted.product, line.product),
	...between(`Unit of ${line.label}`, drafted.unit, line.unit),
	...(areSame(line.taxes, drafted.taxes)
		? []
		: [
				{
					what: `Tax of ${line.label}`,
					drafted: namesOf(drafted.taxes),
					ordered: namesOf(line.taxes),
				},
			]),
];

const namesOf = (taxes: readonly Named[]): string =>
	taxes.length === 0 ? 'none' : listText(taxes.map(({ name }) => name));

const areSame = (some: readonly Named[], others: readonly Named[]): boolean =>
	some.length === others.length && some.every(({ id }) => others.some((one) => one.id === id));
