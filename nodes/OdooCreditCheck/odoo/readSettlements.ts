import { z } from 'zod';

import type { Settlement } from '../core/account';
import { groupValues } from '../../shared/core/collections';
import { daysBetween } from '../../shared/core/time';
import { accountKey } from '../../shared/ledger/core/debtor';
import { fieldNameIn, receivableTypeIn } from '../../shared/odoo/fieldNames';
import { searchGraph } from '../../shared/odoo/graph';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { DebtorIds } from './readOpenItems';

const GRAPH = {
	amount: null,
	max_date: null,
	debit_move_id: {
		model: 'account.move.line',
		fields: {
			date_maturity: null,
			date: null,
			company_id: null,
			partner_id: { model: 'res.partner', fields: { commercial_partner_id: null } },
		},
	},
} as const;

const day = z.union([z.string(), z.literal(false)]);

const matching = z.object({
	amount: z.number(),
	max_date: z.string(),
	debit_move_id: z.object({
		date_maturity: day,
		date: z.string(),
		company_id: z.number(),
		partner_id: z.object({ commercial_partner_id: z.number() }),
	}),
});

const MATCHING = { model: 'account.partial.reconcile', fields: GRAPH, schema: matching };

/** How invoices were paid since a date, credit notes left out: one call for all accounts. */
export const readSettlements = async (
	client: OdooClient,
	{ accountIds, companyIds, legalPersonOf }: DebtorIds,
	since: string,
): Promise<ReadonlyMap<string, readonly Settlement[]>> => {
	const { version } = await client.session();
	const found = await searchGraph(client, MATCHING, {
		domain: [
			['debit_move_id.partner_id.commercial_partner_id', 'in', [...accountIds]],
			['debit_move_id.company_id', 'in', [...companyIds]],
			[
				`debit_move_id.${fieldNameIn(version, 'account.move.line', 'account_type') ?? 'account_type'}`,
				'=',
				receivableTypeIn(version),
			],
			['debit_move_id.move_id.move_type', '=', 'out_invoice'],
			['credit_move_id.move_id.move_type', '!=', 'out_refund'],
			['max_date', '>=', since],
		],
	});
	return groupValues(
		found,
		({ debit_move_id: debt }) =>
			accountKey(debt.partner_id.commercial_partner_id, legalPersonOf(debt.company_id)),
		({ amount, max_date: paidOn, debit_move_id: debt }): Settlement => ({
			amount,
			daysLate: Math.max(0, daysBetween(debt.date_maturity || debt.date, paidOn)),
		}),
	);
};
