import { exact, isPositive, isZero, multiply } from '../../shared/core/exact';
import type { InvoicingOrder } from './facts';
import type { InvoiceFacts, InvoiceLineFacts } from './invoiceFacts';

/** Only the money tells whether a down payment is asked for or taken off: Odoo turns signs of quantities and prices. */
const asks = ({ quantity, unitPrice }: InvoiceLineFacts): boolean =>
	isPositive(multiply(exact(quantity), exact(unitPrice)));

const isOfDownPayments = ({ lines }: InvoiceFacts): boolean =>
	lines.every(({ isDownPayment }) => isDownPayment);

const asksOnlyForDownPayments = (invoice: InvoiceFacts): boolean =>
	isOfDownPayments(invoice) && invoice.lines.some(asks);

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

/** Drafts that do nothing but give down payments back. */
export const downPaymentCreditsOf = (order: InvoicingOrder): InvoiceFacts[] =>
	draftsOf(order).filter(isOfDownPayments);

export const postedInvoicesOf = (order: InvoicingOrder): InvoiceFacts[] =>
	order.invoices.filter((invoice) => invoice.state === 'posted' && settles(invoice));
