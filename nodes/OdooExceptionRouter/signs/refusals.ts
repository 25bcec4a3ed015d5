import { z } from 'zod';

import type { CaseReason } from '../../shared/cases/core/diagnosis';
import type { Refusal } from '../core/sign';
import { reasonShape, reasonsShape } from './reasons';

const decision = z.object({ decision: z.string(), reasons: reasonsShape });

/** Reasons that only record something do not name the case, unless there are no others. */
const thatCount = (reasons: readonly CaseReason[]): readonly CaseReason[] => {
	const against = reasons.filter(({ figures }) => figures.reaction !== 'approve');
	return against.length > 0 ? against : reasons;
};

/** The "no" of Odoo Credit Check: anything but approved. */
export const toCreditSign = (value: unknown): Refusal | null => {
	const credit = decision.safeParse(value);
	if (!credit.success || credit.data.decision === 'approved') return null;
	return {
		kind: 'refusal',
		source: 'credit',
		decision: credit.data.decision,
		reasons: thatCount(credit.data.reasons),
	};
};

/** The "no" of Odoo Release Invoice: held by its gate, or found by its reconciliation. */
export const toInvoiceSign = (value: unknown): Refusal | null => {
	const invoice = decision.safeParse(value);
	if (!invoice.success || ['released', 'nothingToInvoice'].includes(invoice.data.decision))
		return null;
	return { kind: 'refusal', source: 'invoice', ...invoice.data };
};

/** Nothing to invoice is an exception only where it was not expected. */
export const toNothingSign = (value: unknown): Refusal | null => {
	const invoice = decision.safeParse(value);
	if (!invoice.success || invoice.data.decision !== 'nothingToInvoice') return null;
	return { kind: 'refusal', source: 'invoice', ...invoice.data };
};

const quantity = z.number().catch(0);
const line = z.object({
	product: z
		.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
		.catch('A line'),
	unit: z.string().catch(''),
	asked: quantity,
	allocated: quantity,
	short: quantity,
	expected: z.string().nullish().catch(null),
	reason: reasonShape.nullish().catch(null),
});
const allocation = z.object({
	status: z.string(),
	lines: z.array(line).catch([]),
	reason: reasonShape.nullish().catch(null),
});

const toLineReason = ({
	product,
	unit,
	asked,
	allocated,
	short,
	expected,
	reason,
}: z.output<typeof line>): CaseReason => ({
	code: reason?.code ?? 'noStock',
	text: `${product}: ${allocated} of ${asked} ${unit} allocated, ${short} short`.replace('  ', ' '),
	figures: { ...reason?.figures, asked, allocated, short, ...(expected ? { expected } : {}) },
});

/** The "no" of Odoo Allocate Stock: an order that did not get all it asked for. */
export const toAllocationSign = (value: unknown): Refusal | null => {
	const read = allocation.safeParse(value);
	if (!read.success || read.data.status === 'allocated') return null;
	const { status, lines, reason } = read.data;
	const short = lines.filter((one) => one.short > 0).map(toLineReason);
	return {
		kind: 'refusal',
		source: 'allocation',
		decision: status,
		reasons: [...(reason ? [reason] : []), ...short],
	};
};
