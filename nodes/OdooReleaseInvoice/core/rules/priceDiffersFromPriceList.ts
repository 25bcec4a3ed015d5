import { exact, subtract } from '../../../shared/core/exact';
import type { OrderLineFacts } from '../facts';
import { linesToInvoice } from '../nextInvoice';
import { afterDiscount, discountedText, priceText } from '../prices';
import { quantity } from '../quantities';
import { finding, reasonOf, type Reason } from '../reason';
import { isWithin } from '../tolerance';
import { option } from './option';
import { gateRule } from './rule';

interface ListedLine {
	readonly line: OrderLineFacts;
	readonly listPrice: number;
}

const differs = finding({
	code: 'priceDiffersFromPriceList',
	case: 'INVOICE_PRICE',
	sentence: ({ line, listPrice }: ListedLine) =>
		`${line.label}: order: ${discountedText(line)}; pricelist: ${priceText(listPrice)}`,
	figures: ({ line: { id, unitPrice, discount }, listPrice }) => ({
		line: id,
		ordered: unitPrice,
		discount,
		listPrice,
	}),
});

/** What it was at the order's date is not kept anywhere. */
const changedSince = finding({
	code: 'priceListUnknown',
	case: 'INVOICE_PRICE',
	sentence: ({ line, listPrice }: ListedLine) =>
		`${line.label}: order: ${discountedText(line)}; pricelist: ${priceText(listPrice)}, changed since the order`,
	figures: ({ line: { id, unitPrice, discount }, listPrice }) => ({
		line: id,
		ordered: unitPrice,
		discount,
		listPrice,
	}),
});

const unknown = finding({
	code: 'priceListUnknown',
	case: 'INVOICE_PRICE',
	sentence: ({ label }: OrderLineFacts) =>
		`${label}: the price on the pricelist cannot be read from Odoo`,
	figures: ({ id }) => ({ line: id }),
});

export const priceDiffersFromPriceList = gateRule({
	findings: [differs, changedSince, unknown],
	options: {
		checkPriceList: option({
			displayName: 'Check Pricelist',
			name: 'checkPriceList',
			type: 'boolean',
			default: false,
			description:
				'Whether to hold an order whose prices differ from its pricelist at the date of the order',
		}),
	},
	check: (order, { checksPriceList, priceTolerance }) =>
		(checksPriceList ? linesToInvoice(order) : []).flatMap(
			(line): Reason<'priceDiffersFromPriceList' | 'priceListUnknown'>[] => {
				const { listPrice } = line;
				if (listPrice === null) return [reasonOf(unknown, line)];
				const base = exact(listPrice.price);
				const difference = subtract(afterDiscount(line), base);
				return isWithin(priceTolerance, { difference, base, unitPrice: quantity(1) })
					? []
					: [
							reasonOf(listPrice.changedSince ? changedSince : differs, {
								line,
								listPrice: listPrice.price,
							}),
						];
			},
		),
});
