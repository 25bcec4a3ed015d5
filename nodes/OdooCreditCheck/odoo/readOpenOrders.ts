import type { DownPayment, OpenLine } from '../core/account';
import { RECORD_PREFIX } from '../core/record';
import { groupBy, unique } from '../../shared/core/collections';
import { accountKey } from '../../shared/ledger/core/debtor';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import { searchGraph } from '../../shared/odoo/graph';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { noteIdLike } from '../../shared/traces/odoo/notes';
import { OPEN_LINE_GRAPH, openLineRow, type OpenLineRow } from './openLineRow';
import type { AccountIds } from './readOpenItems';
import { isQuotation, toDownPayments, toOpenLine } from './toOpenLine';

/** The open order lines of one account in one company. */
interface OpenOrders {
	readonly lines: readonly OpenLine[];
	readonly downPayments: readonly DownPayment[];
}

export interface OpenOrdersRead {
	readonly byAccount: ReadonlyMap<string, OpenOrders>;
	/** Orders that carry one of the given tags. */
	readonly taggedOrderIds: ReadonlySet<number>;
	/** Quotations that were decided once. */
	readonly quotationIds: readonly number[];
}

interface Wanted {
	readonly tagNames: readonly string[];
	/** `YYYY-MM-DD`: what is promised for later and not delivered counts nothing; null counts everything. */
	readonly plannedUntil: string | null;
}

/**
 * Lines of confirmed orders that are not wholly invoiced, and lines of quotations for which a credit decision is
 * recorded: one call for all accounts.
 */
export const readOpenOrders = async (
	client: OdooClient,
	{ accountIds, companyIds }: AccountIds,
	{ tagNames, plannedUntil }: Wanted,
): Promise<OpenOrdersRead> => {
	const { version } = await client.session();
	const rows = await searchGraph(
		client,
		{ model: 'sale.order.line', fields: OPEN_LINE_GRAPH, schema: openLineRow },
		{
			order: 'id',
			domain: [
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
		},
	);
	const rowsOf = groupBy(rows, ({ order_id: order, company_id: companyId }) =>
		accountKey(order.partner_invoice_id.commercial_partner_id, companyId),
	);
	return {
		byAccount: new Map([...rowsOf].map(([key, own]) => [key, toOpenOrders(own, plannedUntil)])),
		taggedOrderIds: new Set(
			rows
				.filter(({ order_id: order }) => order.tag_ids.some(({ name }) => tagNames.includes(name)))
				.map(({ order_id: order }) => order.id),
		),
		quotationIds: unique(rows.filter(isQuotation).map(({ order_id: order }) => order.id)),
	};
};

const toOpenOrders = (rows: readonly OpenLineRow[], plannedUntil: string | null): OpenOrders => ({
	lines: rows.filter((row) => !row.is_downpayment).map((row) => toOpenLine(row, plannedUntil)),
	downPayments: rows.filter((row) => row.is_downpayment).flatMap(toDownPayments),
});
