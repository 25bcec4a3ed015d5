import { isPositive, roundTo } from '../../../shared/core/exact';
import { counted, moneyText } from '../../../shared/core/wording';
import { remainingToInvoice } from '../../../shared/ledger/core/orderLedger';
import { deductedBeyond } from '../deductions';
import { draftDifferences, type DraftDifference } from '../draftDifferences';
import { draftedBeyond } from '../draftQuantities';
import { downPaymentCreditsOf, draftsOf } from '../drafts';
import type { InvoiceFacts } from '../invoiceFacts';
import { quantityText, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
import { gateRule } from './rule';

type Beyond = ReturnType<typeof draftedBeyond>[number];

const figuresOf = ({ line, drafted, due }: Beyond) => ({
	line: line.id,
	invoiced: line.invoiced,
	delivered: line.delivered,
	drafted: shown(drafted),
	due: shown(due),
});

const invoicesTooMuch = finding({
	code: 'draftDiffers',
	case: 'INVOICE_DRAFT',
	sentence: ({ line, drafted, due }: Beyond) =>
		`${line.label}: ${quantityText(shown(drafted))} on the draft invoice, ${quantityText(shown(due))} to be invoiced`,
	figures: figuresOf,
});

const creditsTooMuch = finding({
	code: 'draftDiffers',
	case: 'INVOICE_DRAFT',
	sentence: ({ line, drafted, due }: Beyond) =>
		`${line.label}: ${quantityText(shown(drafted))} on the draft credit note, ${quantityText(shown(due))} to be credited`,
	figures: figuresOf,
});

const TOO_MUCH = { invoices: invoicesTooMuch, credits: creditsTooMuch } as const;

const deductsTooMuch = finding({
	code: 'draftDiffers',
	case: 'INVOICE_DRAFT',
	sentence: ({ label, beyond, currency }: ReturnType<typeof deductedBeyond>[number]) =>
		`${label}: ${moneyText(roundTo(beyond, 2), currency)} more taken off than was paid down`,
	figures: ({ lineId, beyond }) => ({ line: lineId, amount: roundTo(beyond, 2) }),
});

const givesBackEarly = finding({
	code: 'draftDiffers',
	case: 'INVOICE_DRAFT',
	sentence: ({ total, currency }: InvoiceFacts) =>
		`The draft credit note of ${moneyText(-total, currency)} gives a down payment back, and more is to be invoiced`,
	figures: ({ id, total }) => ({ invoice: id, total }),
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
	findings: [
		invoicesTooMuch,
		creditsTooMuch,
		deductsTooMuch,
		givesBackEarly,
		linesOfNoOrder,
		changed,
	],
	options: {},
	check: (order, policy) => [
		...draftedBeyond(order).map((beyond) => reasonOf(TOO_MUCH[beyond.does], beyond)),
		...deductedBeyond(order).map((beyond) => reasonOf(deductsTooMuch, beyond)),
		...(order.ledger.lines.some((line) => isPositive(remainingToInvoice(line)))
			? downPaymentCreditsOf(order).map((draft) => reasonOf(givesBackEarly, draft))
			: []),
		...draftsOf(order)
			.filter(({ extraLines }) => extraLines > 0)
			.map((draft) => reasonOf(linesOfNoOrder, draft)),
		...draftDifferences(order, policy).map((difference) => reasonOf(changed, difference)),
	],
});
