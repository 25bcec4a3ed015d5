import { counted } from '../../../shared/core/wording';
import { draftDifferences, type DraftDifference } from '../draftDifferences';
import { draftsOf } from '../drafts';
import type { OrderLineFacts } from '../facts';
import type { InvoiceFacts } from '../invoiceFacts';
import { quantityDue, quantityText } from '../quantities';
import { finding, reasonOf } from '../reason';
import { gateRule } from './rule';

export const tooMuchOnDraft = finding({
	code: 'draftDiffers',
	case: 'INVOICE_DRAFT',
	sentence: (line: OrderLineFacts) =>
		`${line.label}: ${quantityText(line.invoiced)} invoiced with the draft invoice, ${quantityText(quantityDue(line))} to be invoiced`,
	figures: ({ id, invoiced, delivered }) => ({ line: id, invoiced, delivered }),
});

const linesOfNoOrder = finding({
	code: 'draftDiffers',
	case: 'INVOICE_DRAFT',
	sentence: ({ extraLines }: InvoiceFacts) =>
		`The draft invoice has ${counted(extraLines, 'line')} that ${extraLines === 1 ? 'belongs' : 'belong'} to no order`,
	figures: ({ id, extraLines }) => ({ invoice: id, lines: extraLines }),
});

const changed = finding({
	code: 'draftDiffers',
	case: 'INVOICE_DRAFT',
	sentence: ({ what, drafted, ordered }: DraftDifference) =>
		`${what}: draft invoice: ${drafted}; order: ${ordered}`,
	figures: ({ invoiceId, what, drafted, ordered }) => ({
		invoice: invoiceId,
		what,
		drafted,
		ordered,
	}),
});

/** A draft is posted only when it is the one that would be made now. */
export const draftDiffers = gateRule({
	findings: [linesOfNoOrder, changed],
	options: {},
	check: (order, policy) => [
		...draftsOf(order)
			.filter(({ extraLines }) => extraLines > 0)
			.map((draft) => reasonOf(linesOfNoOrder, draft)),
		...draftDifferences(order, policy).map((difference) => reasonOf(changed, difference)),
	],
});
