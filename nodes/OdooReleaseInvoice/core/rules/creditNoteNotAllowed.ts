import { exact, isNegative, isPositive, negate, roundTo, ZERO } from '../../../shared/core/exact';
import { moneyText } from '../../../shared/core/wording';
import { draftsOf } from '../drafts';
import type { InvoicingOrder, OrderLineFacts } from '../facts';
import type { InvoiceFacts } from '../invoiceFacts';
import {
	createsNext,
	deductsNext,
	directed,
	linesToCredit,
	nextTotal,
	openDownPaymentOf,
} from '../nextInvoice';
import { quantityDue, quantityText, shown } from '../quantities';
import type { InvoicePolicy } from '../policy';
import { finding, reasonOf } from '../reason';
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

interface NextDocument {
	/** Below zero. */
	readonly total: number;
	readonly currency: string;
}

const wouldBeNegative = finding({
	...CREDIT_NOTE,
	sentence: ({ total, currency }: NextDocument) =>
		`The invoice would come to ${moneyText(total, currency)}; a credit note would be needed`,
	figures: ({ total }) => ({ total }),
});

interface NeverInvoiced {
	readonly line: OrderLineFacts;
	readonly credited: number;
	readonly invoiced: number;
}

const neverInvoiced = finding({
	...CREDIT_NOTE,
	sentence: ({ line, credited, invoiced }: NeverInvoiced) =>
		`${line.label}: ${quantityText(credited)} would be credited, ${quantityText(invoiced)} invoiced`,
	figures: ({ line, credited, invoiced }) => ({ line: line.id, credited, invoiced }),
});

/** A person lowered what is ordered, or took in more than was ever sold. */
const creditedBeyond = (order: InvoicingOrder): NeverInvoiced[] =>
	linesToCredit(order).flatMap((line) => {
		const credited = shown(negate(directed(order, line)));
		const ledger = order.ledger.lines.find(({ id }) => id === line.id);
		const invoiced = shown(ledger?.invoiced ?? ZERO);
		return credited > invoiced ? [{ line, credited, invoiced }] : [];
	});

/** The sign of the whole document decides: what is taken back beside more that is sold is an ordinary invoice. */
const ofNext = (order: InvoicingOrder, policy: InvoicePolicy) => {
	if (!createsNext(order)) return [];
	const beyond = creditedBeyond(order);
	if (beyond.length > 0) return beyond.map((one) => reasonOf(neverInvoiced, one));
	// With a down payment in between, its own rule says what is to be done.
	if (isPositive(openDownPaymentOf(order).gross)) return [];
	const total = nextTotal(order, deductsNext(order, policy)).gross;
	if (!isNegative(total)) return [];
	const credited = linesToCredit(order);
	if (credited.length > 0 && policy.allowsCreditNotes) return [];
	return credited.length > 0
		? credited.map((line) => reasonOf(needed, line))
		: [reasonOf(wouldBeNegative, { total: roundTo(total, 2), currency: order.currency })];
};

export const creditNoteNotAllowed = gateRule({
	findings: [needed, neverInvoiced, wouldBeNegative, drafted, negative],
	options: {
		allowCreditNotes: option({
			displayName: 'Allow Credit Notes',
			name: 'allowCreditNotes',
			type: 'boolean',
			default: false,
			description: 'Whether to credit returned goods; otherwise the order is held',
		}),
	},
	check: (order, policy) => [
		...ofNext(order, policy),
		...draftsOf(order)
			.filter(({ kind }) => kind === 'creditNote' && !policy.allowsCreditNotes)
			.map((draft) => reasonOf(drafted, draft)),
		// Odoo does not post an invoice with a total below zero.
		...draftsOf(order)
			.filter(({ kind, total }) => kind === 'invoice' && isNegative(exact(total)))
			.map((draft) => reasonOf(negative, draft)),
	],
});
