import { z } from 'zod';

const reference = z.object({ id: z.number(), name: z.string() });

const orderLineSchema = z.object({
	id: z.number(),
	product: reference.extend({ sku: z.string().nullable() }).nullable(),
	description: z.string(),
	/** In `unit`. */
	quantity: z.number(),
	unit: reference.nullable(),
	delivered: z.number(),
	invoiced: z.number(),
	/** What Odoo would invoice now, by the product's invoicing policy. */
	toInvoice: z.number(),
	unitPrice: z.number(),
	/** Percent. */
	discount: z.number(),
	/** Without tax, in the order's currency. */
	subtotal: z.number(),
	total: z.number(),
	isDownPayment: z.boolean(),
});

/** The sales order as every node passes it on. Amounts in the order's currency, times in UTC (ISO 8601). */
export const orderSchema = z.object({
	id: z.number(),
	reference: z.string(),
	state: z.enum(['draft', 'sent', 'sale', 'cancel']),
	locked: z.boolean(),
	customer: reference,
	/** The debtor: the commercial partner of the invoice address. */
	account: reference,
	invoiceTo: reference,
	shipTo: reference,
	company: reference,
	/** ISO 4217. */
	currency: z.string(),
	totals: z.object({ untaxed: z.number(), tax: z.number(), total: z.number() }),
	orderedAt: z.string().nullable(),
	requestedAt: z.string().nullable(),
	updatedAt: z.string().nullable(),
	salesperson: reference.nullable(),
	team: reference.nullable(),
	warehouse: reference.nullable(),
	paymentTerm: reference.nullable(),
	customerReference: z.string().nullable(),
	tagIds: z.array(z.number()),
	invoiceStatus: z.string(),
	deliveryStatus: z.string().nullable(),
	lines: z.array(orderLineSchema),
});

export type Order = z.output<typeof orderSchema>;
export type OrderLine = z.output<typeof orderLineSchema>;
