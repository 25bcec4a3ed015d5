import { add } from '../../../shared/core/exact';
import type { OrderLineFacts } from '../facts';
import { linesToInvoice } from '../nextInvoice';
import { missingQuantity, quantity, quantityText, shown } from '../quantities';
import { finding, reasonOf } from '../reason';
import { isQuantityWithin } from '../tolerance';
import { gateRule } from './rule';

const invoicedWith = ({ invoiced, toInvoice }: OrderLineFacts): number =>
	shown(add(quantity(invoiced), quantity(toInvoice)));

const aheadOfShipment = finding({
	code: 'billedOverDelivered',
	case: 'INVOICE_QUANTITY',
	sentence: (line: OrderLineFacts) =>
		`${line.label} is invoiced by the ordered quantity: ${quantityText(invoicedWith(line))} would be invoiced, ${quantityText(line.delivered)} shipped`,
	figures: (line) => ({
		line: line.id,
		billed: invoicedWith(line),
		delivered: line.delivered,
	}),
});

/** A product that Odoo invoices by the ordered quantity would be invoiced before it is shipped. */
export const billedOverDelivered = gateRule({
	findings: [aheadOfShipment],
	options: {},
	check: (order, { quantityTolerance }) =>
		linesToInvoice(order)
			.filter(({ kind, invoicedBy }) => kind === 'goods' && invoicedBy === 'ordered')
			.filter((line) => !isQuantityWithin(quantityTolerance, missingQuantity(line), line))
			.map((line) => reasonOf(aheadOfShipment, line)),
});
