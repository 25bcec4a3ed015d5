import { exact, isPositive, isZero } from '../../shared/core/exact';
import type { InvoicingOrder } from './facts';
import type { InvoiceFacts } from './invoiceFacts';

/** One that takes a down payment off asks for none. */
const asksOnlyForDownPayments = ({ lines }: InvoiceFacts): boolean =>
	lines.every(({ isDownPayment }) => isDownPayment) &&
	lines.some(({ quantity }) => isPositive(exact(quantity)));

/** Goods, services, or a down payment that is taken off. */
const settles = (invoice: InvoiceFacts): boolean =>
	!asksOnlyForDownPayments(invoice) &&
	invoice.lines.some(({ isDownPayment, quantity }) => !isDownPayment || !isZero(exact(quantity)));

/** Drafts for goods or services, or that give a down payment back: they are posted, not made again. */
export const draftsOf = (order: InvoicingOrder): InvoiceFacts[] =>
	order.invoices.filter((invoice) => invoice.state === 'draft' && settles(invoice));

/** Drafts that only ask for a down payment. */
export const downPaymentDraftsOf = (order: InvoicingOrder): InvoiceFacts[] =>
	order.invoices.filter((invoice) => invoice.state === 'draft' && asksOnlyForDownPayments(invoice));

export const postedInvoicesOf = (order: InvoicingOrder): InvoiceFacts[] =>
	order.invoices.filter((invoice) => invoice.state === 'posted' && settles(invoice));
