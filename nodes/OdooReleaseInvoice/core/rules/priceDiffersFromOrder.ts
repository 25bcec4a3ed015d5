import { subtract } from '../../../shared/core/exact';
import { draftsOf } from '../drafts';
import type { OrderLineFacts } from '../facts';
import type { InvoiceLineFacts } from '../invoiceFacts';
import { afterDiscount, discountedText } from '../prices';
import { isDownPayment, quantity } from '../quantities';
import { finding, reasonOf } from '../reason';
import { isWithin } from '../tolerance';
import { toleranceOption } from './option';
import { gateRule } from './rule';

interface DraftedLine {
	readonly line: OrderLineFacts;
	readonly drafted: InvoiceLineFacts;
	readonly invoiceId: number;
}

const changed = finding({
	code: 'priceDiffersFromOrder',
	case: 'INVOICE_PRICE',
	sentence: ({ line, drafted }: DraftedLine) =>
		`${line.label}: draft invoice: ${discountedText(drafted)}; order: ${discountedText(line)}`,
	figures: ({ line, drafted, invoiceId }) => ({
		line: line.id,
		invoice: invoiceId,
		invoiced: drafted.unitPrice,
		ordered: line.unitPrice,
	}),
});

/** A draft that somebody changed does not ask for other prices than the order does. */
export const priceDiffersFromOrder = gateRule({
	findings: [changed],
	options: {
		priceToleranceAmount: toleranceOption({
			displayName: 'Price Tolerance (Amount)',
			name: 'priceToleranceAmount',
			description:
				"Largest allowed difference in unit price, in the order's currency. Applies once added; without any tolerance no difference is allowed.",
		}),
		priceTolerancePercent: toleranceOption({
			displayName: 'Price Tolerance (%)',
			name: 'priceTolerancePercent',
			description: 'Largest allowed difference in unit price. Applies once added.',
		}),
	},
	check: (order, { priceTolerance }) => {
		const lineById = new Map(order.lines.map((line) => [line.id, line]));
		return draftsOf(order).flatMap(({ id: invoiceId, lines }) =>
			lines.flatMap((drafted) => {
				const line = lineById.get(drafted.orderLineId);
				if (!line || isDownPayment(line)) return [];
				const base = afterDiscount(line);
				const difference = subtract(afterDiscount(drafted), base);
				return isWithin(priceTolerance, { difference, base, unitPrice: quantity(1) })
					? []
					: [reasonOf(changed, { line, drafted, invoiceId })];
			}),
		);
	},
});
