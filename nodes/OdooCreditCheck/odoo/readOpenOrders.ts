import { z } from 'zod';

import { toOpenOrder, type OpenOrder } from '../core/openOrder';
import { RECORD_PREFIX } from '../core/record';
import { groupValues, indexBy } from '../../shared/core/collections';
import { accountKey } from '../../shared/ledger/core/debtor';
import { orderLedgerOf } from '../../shared/ledger/core/orderLedger';
import {
	LEDGER_LINE_FIELDS,
	LEDGER_ORDER_FIELDS,
	ledgerLine,
	ledgerOrder,
} from '../../shared/ledger/odoo/orderLineGraph';
import { toOrderRows } from '../../shared/ledger/odoo/toOrderRows';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import { searchGraph } from '../../shared/odoo/graph';
import { text } from '../../shared/odoo/graphFields';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { noteIdLike } from '../../shared/traces/odoo/notes';
import type { DebtorIds } from './readOpenItems';

export interface OpenOrdersRead {
	/** By account and legal person (`accountKey`). */
	readonly byDebtor: ReadonlyMap<string, readonly OpenOrder[]>;
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

const LINE = {
	model: 'sale.order.line',
	fields: {
		...LEDGER_LINE_FIELDS,
		company_id: null,
		order_id: {
			model: 'sale.order',
			fields: {
				...LEDGER_ORDER_FIELDS,
				partner_invoice_id: { model: 'res.partner', fields: { commercial_partner_id: null } },
				commitment_date: null,
				tag_ids: { model: 'crm.tag', fields: { name: null } },
			},
		},
	},
	schema: ledgerLine.extend({
		company_id: z.number(),
		order_id: ledgerOrder.extend({
			partner_invoice_id: z.object({ id: z.number(), commercial_partner_id: z.number() }),
			commitment_date: text,
			tag_ids: z.array(z.object({ id: z.number(), name: z.string() })),
		}),
	}),
};

/** Of whole orders: a line without a status of its own keeps its order in. */
const NOT_WHOLLY_INVOICED = ['no', 'to invoice', 'upselling'];

/**
 * Confirmed orders that are not wholly invoiced, cancelled ones of which goods had left, and quotations for which a
 * credit decision is recorded, or of which something was invoiced before somebody set them back: one call for all
 * accounts. Odoo's status only leaves out what is surely closed.
 */
export const readOpenOrders = async (
	client: OdooClient,
	{ accountIds, companyIds, legalPersonOf }: DebtorIds,
	{ tagNames, plannedUntil }: Wanted,
): Promise<OpenOrdersRead> => {
	const { version } = await client.session();
	const rows = await searchGraph(client, LINE, {
		order: 'id',
		context: { active_test: false },
		domain: [
			['order_id.partner_invoice_id.commercial_partner_id', 'in', [...accountIds]],
			['company_id', 'in', [...companyIds]],
			['display_type', '=', false],
			'|',
			'|',
			'&',
			['state', 'in', [...confirmedStates(version)]],
			['order_id.order_line.invoice_status', 'in', NOT_WHOLLY_INVOICED],
			'&',
			['state', '=', 'cancel'],
			['order_id.order_line.qty_delivered', '>', 0],
			'&',
			['state', 'in', ['draft', 'sent']],
			'|',
			['order_id.message_ids.message_id', '=like', noteIdLike(RECORD_PREFIX)],
			['order_id.order_line.invoice_lines', '!=', false],
		],
	});
	const lineOf = indexBy(rows, ({ order_id: order }) => order.id);
	const opened = toOrderRows(version, rows).flatMap((order) => {
		const line = lineOf.get(order.id);
		if (!line) return [];
		const { partner_invoice_id: payer, commitment_date: promised } = line.order_id;
		const isBeyond = plannedUntil !== null && promised.slice(0, 10) > plannedUntil;
		const debtor = legalPersonOf(line.company_id);
		return [
			{
				key: accountKey(payer.commercial_partner_id, debtor),
				order: toOpenOrder(orderLedgerOf(order), isBeyond),
			},
		];
	});
	return {
		byDebtor: groupValues(
			opened,
			({ key }) => key,
			({ order }) => order,
		),
		taggedOrderIds: new Set(
			[...lineOf]
				.filter(([, { order_id: order }]) =>
					order.tag_ids.some(({ name }) => tagNames.includes(name)),
				)
				.map(([id]) => id),
		),
		quotationIds: opened.filter(({ order }) => !order.confirmed).map(({ order }) => order.orderId),
	};
};
