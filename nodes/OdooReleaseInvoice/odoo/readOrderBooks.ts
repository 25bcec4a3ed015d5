import { z } from 'zod';

import { unique } from '../../shared/core/collections';
import {
	LEDGER_LINE_FIELDS,
	LEDGER_ORDER_FIELDS,
	ledgerLine,
} from '../../shared/ledger/odoo/orderLineGraph';
import { chunksOf } from '../../shared/odoo/batches';
import { searchGraph } from '../../shared/odoo/graph';
import { orNull, text } from '../../shared/odoo/graphFields';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OrderMark } from '../core/facts';
import { ORDER_COMPANY, orderCompany } from './orderCompany';

const NAME = { display_name: null } as const;
const PARTNER = { model: 'res.partner', fields: NAME } as const;
const PRODUCT = { model: 'product.product', fields: { ...NAME, invoice_policy: null } } as const;
const UNIT = { model: 'uom.uom', fields: { ...NAME, factor: null } } as const;
const TERM = { model: 'account.payment.term', fields: NAME } as const;
const POSITION = { model: 'account.fiscal.position', fields: NAME } as const;

const { invoice_lines: ledgerInvoiceLines, tax_ids: ledgerTaxes } = LEDGER_LINE_FIELDS;
const ledgerDocument = ledgerInvoiceLines.fields.move_id;

/** What an order says, what its ledger is computed from, and what its drafts are. */
const FIELDS = {
	...LEDGER_ORDER_FIELDS,
	name: null,
	commitment_date: null,
	invoice_status: null,
	partner_id: PARTNER,
	partner_invoice_id: PARTNER,
	partner_shipping_id: PARTNER,
	company_id: ORDER_COMPANY,
	currency_id: { model: 'res.currency', fields: NAME },
	currency_rate: null,
	tag_ids: { model: 'crm.tag', fields: { name: null } },
	payment_term_id: TERM,
	fiscal_position_id: POSITION,
	order_line: {
		model: 'sale.order.line',
		fields: {
			...LEDGER_LINE_FIELDS,
			display_type: null,
			name: null,
			product_id: PRODUCT,
			product_uom_id: UNIT,
			qty_invoiced: null,
			qty_to_invoice: null,
			tax_ids: { ...ledgerTaxes, fields: { ...ledgerTaxes.fields, ...NAME } },
			invoice_lines: {
				...ledgerInvoiceLines,
				fields: {
					...ledgerInvoiceLines.fields,
					price_unit: null,
					discount: null,
					product_id: { model: 'product.product', fields: NAME },
					product_uom_id: UNIT,
					tax_ids: { model: 'account.tax', fields: NAME },
					move_id: {
						...ledgerDocument,
						fields: {
							...ledgerDocument.fields,
							partner_id: null,
							partner_shipping_id: null,
							invoice_payment_term_id: null,
							fiscal_position_id: null,
						},
					},
				},
			},
		},
	},
} as const;

const one = z
	.object({ id: z.number(), display_name: z.string() })
	.transform(({ id: key, display_name: name }) => ({ id: key, name }));
const named = orNull(one);
const id = orNull(z.number());

const { invoice_lines: invoiceLines, tax_ids: taxes } = ledgerLine.shape;
const document = invoiceLines.element.shape.move_id;
const unit = orNull(z.object({ id: z.number(), factor: z.number(), display_name: z.string() }));

const orderLine = ledgerLine.extend({
	display_type: orNull(z.string()),
	name: z.string(),
	product_id: orNull(
		z.object({ id: z.number(), display_name: z.string(), invoice_policy: z.string() }),
	),
	product_uom_id: unit,
	qty_invoiced: z.number(),
	qty_to_invoice: z.number(),
	tax_ids: z.array(taxes.element.extend({ id: z.number(), display_name: z.string() })),
	invoice_lines: z.array(
		invoiceLines.element.extend({
			id: z.number(),
			price_unit: z.number(),
			discount: z.number(),
			product_id: named,
			product_uom_id: unit,
			tax_ids: z.array(one),
			move_id: document.extend({
				partner_id: id,
				partner_shipping_id: id,
				invoice_payment_term_id: id,
				fiscal_position_id: id,
			}),
		}),
	),
});

const schema = z.object({
	id: z.number(),
	name: z.string(),
	state: z.string(),
	date_order: z.string(),
	commitment_date: orNull(z.string()),
	amount_total: z.number(),
	invoice_status: text,
	partner_id: named,
	partner_invoice_id: named,
	partner_shipping_id: named,
	company_id: orderCompany,
	currency_id: named,
	currency_rate: z.number(),
	tag_ids: z.array(z.object({ id: z.number(), name: z.string() })),
	payment_term_id: named,
	fiscal_position_id: named,
	order_line: z
		.array(orderLine)
		.transform((lines) => lines.filter(({ display_type: type }) => type === null)),
});

export type OrderBook = z.output<typeof schema>;
export type BookLine = OrderBook['order_line'][number];

/** Orders with their lines, moves and invoices: one call for each 200. @returns those that exist, in the order of the ids */
export const readOrderBooks = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<OrderBook[]> => {
	const wanted = unique(ids);
	const found = await client.parallel(
		chunksOf(wanted, client.batchSize),
		async (chunk) =>
			await searchGraph(
				client,
				{ model: 'sale.order', fields: FIELDS, schema },
				{ domain: [['id', 'in', chunk]], context: { active_test: false } },
			),
	);
	const byId = new Map(found.flat().map((book) => [book.id, book]));
	return wanted.flatMap((id) => byId.get(id) ?? []);
};

export const markOf = (book: OrderBook): OrderMark => ({
	order: JSON.stringify({
		...book,
		invoice_status: undefined,
		order_line: book.order_line.map(withoutInvoices),
	}),
	whole: JSON.stringify(book),
});

const withoutInvoices = (line: BookLine) => ({
	...line,
	qty_invoiced: undefined,
	qty_to_invoice: undefined,
	invoice_lines: undefined,
});
