import { exact, isNegative } from '../../../shared/core/exact';
import { downPaymentDraftsOf, draftsOf } from '../drafts';
import { deductsNow, valuePaidDown } from '../downPayments';
import { linesToInvoice, linesToCredit, openDownPayments, valueToInvoice } from '../quantities';
import { reason } from '../reason';
import type { Rule } from './rule';

/** Less is delivered than billed. Next to a draft that means that somebody changed the draft. */
export const creditNoteRule: Rule = (order, { allowsCreditNotes }) => {
	const [draft] = draftsOf(order);
	return linesToCredit(order).flatMap((line) => {
		const due = line.invoicedBy === 'ordered' ? line.ordered : line.delivered;
		const figures = { line: line.id, invoiced: line.invoiced, delivered: line.delivered };
		const onDraft = draft?.lines.some(({ orderLineId }) => orderLineId === line.id) ?? false;
		if (onDraft)
			return [
				reason(
					'draftDiffers',
					`${line.label}: ${line.invoiced} invoiced with the draft invoice, ${due} to be billed`,
					figures,
				),
			];
		return allowsCreditNotes
			? []
			: [
					reason(
						'creditNoteNotAllowed',
						`${line.label}: ${line.invoiced} invoiced, ${due} to be billed; a credit note would be needed`,
						figures,
					),
				];
	});
};

/** A draft credit note is posted only where credit notes are allowed. */
export const draftCreditNoteRule: Rule = (order, { allowsCreditNotes }) =>
	draftsOf(order)
		.filter(({ kind }) => kind === 'creditNote' && !allowsCreditNotes)
		.map(({ id, total }) =>
			reason(
				'creditNoteNotAllowed',
				`There is a draft credit note of ${-total} ${order.currency}`,
				{ invoice: id, total },
			),
		);

/** A down payment is deducted only once it was really asked for. */
export const downPaymentRule: Rule = (order, policy, today) => {
	const drafts = downPaymentDraftsOf(order);
	if (drafts.length > 0)
		return drafts.map(({ id }) =>
			reason('downPaymentNotPosted', 'The invoice for the down payment is still a draft', {
				invoice: id,
			}),
		);
	const open = openDownPayments(order);
	if (open.length === 0) return [];
	if (policy.downPayments === 'hold')
		return open.map((line) =>
			reason('downPayment', `The order has a down payment: ${line.label}`, { line: line.id }),
		);
	if (linesToCredit(order).length > 0)
		return [
			reason(
				'downPayment',
				'The order has a down payment and a return: a person decides what is deducted first',
			),
		];
	return tooMuchPaidDown(order, policy, today);
};

/** Odoo would turn an invoice below zero into a credit note. */
const tooMuchPaidDown: Rule = (order, policy) => {
	const value = valueToInvoice(order);
	const paid = valuePaidDown(order);
	if (linesToInvoice(order).length === 0 || !deductsNow(order, policy) || value >= paid) return [];
	return [
		reason('downPayment', `The down payment of ${paid} is more than the ${value} to bill`, {
			downPayment: paid,
			value,
		}),
	];
};

/** A draft total below zero cannot be posted as an invoice. */
export const negativeDraftRule: Rule = (order) =>
	draftsOf(order)
		.filter(({ kind, total }) => kind === 'invoice' && isNegative(exact(total)))
		.map(({ id, total }) =>
			reason(
				'creditNoteNotAllowed',
				`The draft invoice has a negative total: ${total} ${order.currency}`,
				{ invoice: id, total },
			),
		);

/** A person added something to the draft that the order does not know. */
export const extraLinesRule: Rule = (order) =>
	draftsOf(order)
		.filter(({ extraLines }) => extraLines > 0)
		.map(({ id, extraLines }) =>
			reason('draftDiffers', `The draft invoice has ${extraLines} lines that no order asks for`, {
				invoice: id,
				lines: extraLines,
			}),
		);

/**
 * Odoo takes refunded goods as not billed, so that they would be billed a second time. Whether they should be, a person
 * decides by making the draft: it is posted like any other.
 */
export const refundedRule: Rule = (order) => {
	if (order.transfers.some(({ direction, state }) => direction === 'return' && state === 'done'))
		return [];
	const refunds = order.invoices.filter(
		({ kind, state }) => kind === 'creditNote' && state === 'posted',
	);
	return linesToInvoice(order).flatMap((line) => {
		const refund = refunds.find(({ lines }) =>
			lines.some(({ orderLineId }) => orderLineId === line.id),
		);
		if (!refund) return [];
		const message = `${line.label}: refunded with ${refund.number ?? refund.id} although nothing came back; it would be billed again`;
		return [reason('refundedBefore', message, { line: line.id, invoice: refund.id })];
	});
};
