import { exact, isNegative } from '../../../shared/core/exact';
import { moneyText } from '../../../shared/core/wording';
import { draftsOf } from '../drafts';
import type { InvoicingOrder, OrderLineFacts } from '../facts';
import type { InvoiceFacts } from '../invoiceFacts';
import { linesToCredit, quantityDue, quantityText } from '../quantities';
import { finding, reasonOf, type Reason } from '../reason';
import { tooMuchOnDraft } from './draftDiffers';
import { option } from './option';
import { gateRule } from './rule';

const CREDIT_NOTE = { code: 'creditNoteNotAllowed', case: 'INVOICE_CREDIT_NOTE' } as const;

const needed = finding({
	...CREDIT_NOTE,
	sentence: (line: OrderLineFacts) =>
		`${line.label}: ${quantityText(line.invoiced)} invoiced, ${quantityText(quantityDue(line))} to be invoiced; a credit note would be needed`,
	figures: ({ id, invoiced, delivered }) => ({ line: id, invoiced, delivered }),
});

const drafted = finding({
	...CREDIT_NOTE,
	sentence: ({ total, currency }: InvoiceFacts) =>
		`There is a draft credit note of ${moneyText(-total, currency)}`,
	figures: ({ id, total }) => ({ invoice: id, total }),
});

const negative = finding({
	...CREDIT_NOTE,
	sentence: ({ total, currency }: InvoiceFacts) =>
		`The total of the draft invoice is negative: ${moneyText(total, currency)}`,
	figures: ({ id, total }) => ({ invoice: id, total }),
});

/** Less is delivered than invoiced. Beside a draft that means that somebody changed the draft. */
const ofLines = (order: InvoicingOrder, allowsCreditNotes: boolean) => {
	const [draft] = draftsOf(order);
	const isOnDraft = ({ id }: OrderLineFacts): boolean =>
		draft?.lines.some(({ orderLineId }) => orderLineId === id) ?? false;
	return linesToCredit(order).flatMap((line): Reason<'creditNoteNotAllowed' | 'draftDiffers'>[] => {
		if (isOnDraft(line)) return [reasonOf(tooMuchOnDraft, line)];
		return allowsCreditNotes ? [] : [reasonOf(needed, line)];
	});
};

export const creditNoteNotAllowed = gateRule({
	findings: [needed, drafted, negative, tooMuchOnDraft],
	options: {
		allowCreditNotes: option({
			displayName: 'Allow Credit Notes',
			name: 'allowCreditNotes',
			type: 'boolean',
			default: false,
			description: 'Whether to credit returned goods; otherwise the order is held',
		}),
	},
	check: (order, { allowsCreditNotes }) => [
		...ofLines(order, allowsCreditNotes),
		...draftsOf(order)
			.filter(({ kind }) => kind === 'creditNote' && !allowsCreditNotes)
			.map((draft) => reasonOf(drafted, draft)),
		// Odoo does not post an invoice with a total below zero.
		...draftsOf(order)
			.filter(({ kind, total }) => kind === 'invoice' && isNegative(exact(total)))
			.map((draft) => reasonOf(negative, draft)),
	],
});
