import { exact, isZero } from '../../shared/core/exact';
import type { InvoicingOrder } from './facts';
import type { InvoiceFacts } from './invoiceFacts';

const invoicesGoods = ({ lines }: InvoiceFacts): boolean =>
	lines.some(({ isDownPayment }) => !isDownPayment);

/** Drafts for goods or services: they are posted, not made again. */
export const draftsOf = (order: InvoicingOrder): InvoiceFacts[] =>
	order.invoices.filter((invoice) => invoice.state === 'draft' && invoicesGoods(invoice));

/** Drafts that only ask for a down payment. */
export const downPaymentDraftsOf = (order: InvoicingOrder): InvoiceFacts[] =>
	order.invoices.filter(
		(invoice) =>
			invoice.state === 'draft' &&
			!invoicesGoods(invoice) &&
			invoice.lines.some(({ quantity }) => !isZero(exact(quantity))),
	);

export const postedInvoicesOf = (order: InvoicingOrder): InvoiceFacts[] =>
	order.invoices.filter((invoice) => invoice.state === 'posted' && invoicesGoods(invoice));
