import { z } from 'zod';

import type { OpenItem } from '../core/account';
import { groupBy } from '../../shared/core/collections';
import { accountKey } from '../../shared/ledger/core/debtor';
import { receivableTypeIn } from '../../shared/odoo/fieldNames';
import { searchGraph } from '../../shared/odoo/graph';
import { orNull } from '../../shared/odoo/graphFields';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { ledgerItemsOf } from '../core/ledgerItems';

const CUSTOMER_INVOICES = ['out_invoice', 'out_refund', 'out_receipt'];

/** The accounts a run is about, and the companies they owe to. */
export interface DebtorIds {
	readonly accountIds: readonly number[];
	/** All branches of each company among them. */
	readonly companyIds: readonly number[];
	/** The company that a branch belongs to. */
	readonly legalPersonOf: (companyId: number) => number;
}

/** Open items by account and legal person (`accountKey`). */
export type ItemsByDebtor = ReadonlyMap<string, readonly OpenItem[]>;

const day = orNull(z.string());

const ITEM = {
	model: 'account.move.line',
	fields: {
		partner_id: { model: 'res.partner', fields: { commercial_partner_id: null } },
		company_id: null,
		parent_state: null,
		date: null,
		date_maturity: null,
		amount_residual: null,
		amount_residual_currency: null,
		currency_id: null,
		balance: null,
		move_id: {
			model: 'account.move',
			fields: {
				matched_payment_ids: {
					model: 'account.payment',
					fields: { state: null, amount: null, currency_id: null, move_id: null },
				},
			},
		},
	},
	schema: z.object({
		partner_id: z.object({ id: z.number(), commercial_partner_id: z.number() }),
		company_id: z.number(),
		parent_state: z.string(),
		date: day,
		date_maturity: day,
		amount_residual: z.number(),
		amount_residual_currency: z.number(),
		currency_id: z.number(),
		balance: z.number(),
		move_id: z.object({
			/** Since Odoo 18. */
			matched_payment_ids: z
				.array(
					z.object({
						id: z.number(),
						state: z.string(),
						amount: z.number(),
						currency_id: z.number(),
						move_id: z.union([z.number(), z.literal(false)]),
					}),
				)
				.default([]),
		}),
	}),
};

/** A payment without an entry: the money is confirmed and its booking is still to come. */
const CONFIRMED = ['in_process', 'paid'];

/**
 * Receivables not wholly matched of posted entries, payments and credits included, and those of draft invoices: one
 * call for all accounts. A draft payment counts nothing: the money is not there.
 */
export const readOpenItems = async (
	client: OdooClient,
	{ accountIds, companyIds, legalPersonOf }: DebtorIds,
): Promise<ItemsByDebtor> => {
	const { version } = await client.session();
	const rows = await searchGraph(client, ITEM, {
		domain: [
			['partner_id.commercial_partner_id', 'in', [...accountIds]],
			['company_id', 'in', [...companyIds]],
			['account_type', '=', receivableTypeIn(version)],
			['reconciled', '=', false],
			'|',
			['parent_state', '=', 'posted'],
			'&',
			['parent_state', '=', 'draft'],
			['move_id.move_type', 'in', CUSTOMER_INVOICES],
		],
		order: 'id',
	});
	const byDebtor = groupBy(rows, ({ partner_id: partner, company_id: companyId }) =>
		accountKey(partner.commercial_partner_id, legalPersonOf(companyId)),
	);
	return new Map(
		[...byDebtor].map(([key, own]) => [
			key,
			ledgerItemsOf(
				own.map((row) => ({
					state: row.parent_state === 'posted' ? 'posted' : 'draft',
					amount: row.parent_state === 'posted' ? row.amount_residual : row.balance,
					inCurrency: row.amount_residual_currency,
					currencyId: row.currency_id,
					dueOn: row.date_maturity ?? row.date,
					payments: row.move_id.matched_payment_ids
						.filter(({ state, move_id: entry }) => entry === false && CONFIRMED.includes(state))
						.map(({ id, amount, currency_id: currencyId }) => ({ id, amount, currencyId })),
				})),
			),
		]),
	);
};
