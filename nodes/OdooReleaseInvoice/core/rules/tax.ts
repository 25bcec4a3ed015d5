import { exact, isZero } from '../../../shared/core/exact';
import { draftsOf } from '../drafts';
import type { InvoicingOrder, OrderLineFacts } from '../facts';
import type { InvoicePolicy } from '../policy';
import { linesToInvoice } from '../quantities';
import { reason } from '../reason';
import type { Rule } from './rule';

/** Lines the next posting bills: on a new invoice or on a draft. */
const linesInQuestion = (order: InvoicingOrder): OrderLineFacts[] => {
	const drafted = new Set(
		draftsOf(order).flatMap(({ lines }) => lines.map(({ orderLineId }) => orderLineId)),
	);
	const toBill = new Set(linesToInvoice(order).map(({ id }) => id));
	return order.lines.filter(
		({ id, kind }) => kind !== 'downPayment' && (toBill.has(id) || drafted.has(id)),
	);
};

const untaxedOnDraft = (order: InvoicingOrder): ReadonlySet<number> =>
	new Set(
		draftsOf(order).flatMap(({ lines }) =>
			lines.flatMap(({ hasTax, orderLineId }) => (hasTax ? [] : [orderLineId])),
		),
	);

/** A line that is given away needs no tax. */
export const taxRule: Rule = (order, { requiresTax }) => {
	if (!requiresTax) return [];
	const untaxed = untaxedOnDraft(order);
	return linesInQuestion(order)
		.filter(({ id, hasTax, subtotal }) => (!hasTax || untaxed.has(id)) && !isZero(exact(subtotal)))
		.map((line) => reason('taxMissing', `${line.label} has no tax`, { line: line.id }));
};

const NEEDS_FISCAL_POSITION = {
	ignore: () => false,
	foreign: ({ customer, company }) =>
		customer.countryId !== null && customer.countryId !== company.countryId,
	always: () => true,
} as const satisfies Record<InvoicePolicy['fiscalPosition'], (order: InvoicingOrder) => boolean>;

export const fiscalPositionRule: Rule = (order, policy) =>
	order.fiscalPosition === null && NEEDS_FISCAL_POSITION[policy.fiscalPosition](order)
		? [
				reason(
					'fiscalPositionMissing',
					`The order has no fiscal position for ${order.customer.name}`,
					{ customer: order.customer.id },
				),
			]
		: [];
