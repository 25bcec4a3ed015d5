import { counted } from '../../../shared/core/wording';
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

/** A person added something to the draft that the order does not know. */
export const draftDiffers = gateRule({
	findings: [linesOfNoOrder],
	options: {},
	check: (order) =>
		draftsOf(order)
			.filter(({ extraLines }) => extraLines > 0)
			.map((draft) => reasonOf(linesOfNoOrder, draft)),
});
