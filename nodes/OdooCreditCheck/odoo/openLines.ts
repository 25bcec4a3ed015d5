import { z } from 'zod';

import type { DownPayment, OpenLine } from '../core/facts';
import { accountKey } from '../../shared/ledger/core/debtor';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import { searchGraph } from '../../shared/odoo/graph';
import { noteIdLike } from '../../shared/traces/odoo/notes';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { RECORD_PREFIX } from '../core/identity';

const GRAPH = {
	order_id: {
		model: 'sale.order',
		fields: {
			partner_invoice_id: { model: 'res.partner', fields: { commercial_partner_id: null } },
			commitment_date: null,
			tag_ids: { model: 'crm.tag', fields: { name: null } },
		},
	},
	company_id: null,
	currency_id: { model: 'res.currency', fields: { display_name: null } },
	state: null,
	is_downpayment: null,
	price_total: null,
	price_unit: null,
	discount: null,
	product_uom_qty: null,
	qty_delivered: null,
	qty_delivered_method: null,
	qty_invoiced: null,
	qty_to_invoice: null,
	move_ids: { model: 'stock.move', fields: { state: null } },
	invoice_lines: {
		model: 'account.move.line',
		fields: {
			price_total: null,
			parent_state: null,
			move_id: { model: 'account.move', fields: { move_type: null } },
		},
	},
} as const;

const text = z.preprocess((value) => (value === false ? '' : value), z.string());

const lineRow = z.object({
	id: z.number(),
	order_id: z.object({
		id: z.number(),
		partner_invoice_id: z.object({ id: z.number(), commercial_partner_id: z.number() }),
		commitment_date: text,
		tag_ids: z.array(z.object({ id: z.number(), name: z.string() })),
	}),
	company_id: z.number(),
	currency_id: z.object({ id: z.number(), display_name: z.string() }),
	state: z.string(),
	is_downpayment: z.boolean(),
	price_total: z.number(),
	price_unit: z.number(),
	discount: z.number(),
	product_uom_qty: z.number(),
	qty_delivered: z.number(),
	qty_delivered_method: text,
	qty_invoiced: z.number(),
	qty_to_invoice: z.number(),
	move_ids: z.array(z.object({ id: z.number(), state: z.string() })),
	invoice_lines: z.array(
		z.object({
			id: z.number(),
			price_total: z.number(),
			parent_state: text,
			move_id: z.object({ id: z.number(), move_type: text }),
		}),
	),
});

type LineRow = z.output<typeof lineRow>;

/** The open order lines of one account in one company. */
export interface OpenOrders {
	readonly lines: OpenLine[];
	readonly downPayments: DownPayment[];
}

export interface OpenOrdersRead {
	readonly byAccount: ReadonlyMap<string, OpenOrders>;
	/** Orders that carry one of the given tags. */
	readonly taggedOrderIds: ReadonlySet<number>;
	/** Quotations that were decided once. */
	readonly quotationIds: readonly number[];
}

/**
 * Lines of confirmed orders that are not wholly invoiced, and lines of quotations for which a credit decision is
 * recorded: one call for all accounts.
 * @param plannedUntil `YYYY-MM-DD`: what is promised for later and not delivered counts nothing
 */
export const readOpenOrders = async (
	client: OdooClient,
	accountIds: readonly number[],
	companyIds: readonly number[],
	{
		tagNames,
		plannedUntil,
	}: { readonly tagNames: readonly string[]; readonly plannedUntil: string | null },
): Promise<OpenOrdersRead> => {
	const { version } = await client.session();
	const rows = await searchGraph(
		client,
		'sale.order.line',
		GRAPH,
		lineRow,
		[
			['order_id.partner_invoice_id.commercial_partner_id', 'in', [...accountIds]],
			['company_id', 'in', [...companyIds]],
			['display_type', '=', false],
			'|',
			'&',
			['state', 'in', [...confirmedStates(version)]],
			['invoice_status', '!=', 'invoiced'],
			'&',
			['state', 'in', ['draft', 'sent']],
			['order_id.message_ids.message_id', '=like', noteIdLike(RECORD_PREFIX)],
		],
		{ order: 'id' },
	);
	const byAccount = new Map<string, OpenOrders>();
	for (const row of rows) {
		const key = accountKey(row.order_id.partner_invoice_id.commercial_partner_id, row.company_id);
		const orders = byAccount.get(key) ?? { lines: [], downPayments: [] };
		byAccount.set(key, orders);
		if (row.is_downpayment) orders.downPayments.push(...toDownPayments(row));
		else orders.lines.push(toLine(row, plannedUntil));
	}
	return {
		byAccount,
		taggedOrderIds: new Set(
			rows
				.filter(({ order_id: order }) => order.tag_ids.some(({ name }) => tagNames.includes(name)))
				.map(({ order_id: order }) => order.id),
		),
		quotationIds: [...new Set(rows.filter(isQuotation).map(({ order_id: order }) => order.id))],
	};
};

const isQuotation = ({ state }: LineRow): boolean => state === 'draft' || state === 'sent';

const DONE: readonly string[] = ['done', 'cancel'];

const toLine = (row: LineRow, plannedUntil: string | null): OpenLine => {
	const beyond = plannedUntil !== null && row.order_id.commitment_date.slice(0, 10) > plannedUntil;
	return {
		orderId: row.order_id.id,
		confirmed: !isQuotation(row),
		currency: row.currency_id.display_name,
		total: row.price_total,
		unitPrice: row.price_unit,
		discount: row.discount,
		ordered: row.product_uom_qty,
		delivered: row.qty_delivered,
		invoiced: row.qty_invoiced,
		toInvoice: row.qty_to_invoice,
		fromStock: row.qty_delivered_method === 'stock_move',
		hasOpenMove: row.move_ids.some(({ state }) => !DONE.includes(state)),
		beyondHorizon: beyond,
	};
};

/** Deducted again by a negative line of a later invoice, so that the sum is what is left to deduct. */
const toDownPayments = (row: LineRow): DownPayment[] =>
	row.invoice_lines
		.filter(({ parent_state: state }) => state !== 'cancel')
		.map((line) => ({
			orderId: row.order_id.id,
			currency: row.currency_id.display_name,
			amount: line.move_id.move_type === 'out_refund' ? -line.price_total : line.price_total,
		}));
