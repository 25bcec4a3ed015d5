import { z } from 'zod';

import { daysBetween } from '../../shared/core/time';
import type { Settlement } from '../core/facts';
import { accountKey } from '../../shared/ledger/core/debtor';
import { fieldNameIn, receivableTypeIn } from '../../shared/odoo/fieldNames';
import { searchGraph } from '../../shared/odoo/graph';
import type { OdooClient } from '../../shared/odoo/OdooClient';

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

/** How invoices were paid since a date, credit notes left out: one call for all accounts. */
export const readSettlements = async (
	client: OdooClient,
	accountIds: readonly number[],
	companyIds: readonly number[],
	since: string,
): Promise<ReadonlyMap<string, readonly Settlement[]>> => {
	const { version } = await client.session();
	const found = await searchGraph(client, 'account.partial.reconcile', GRAPH, matching, [
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
	]);
	const settlements = new Map<string, Settlement[]>();
	for (const { amount, max_date: paidOn, debit_move_id: debt } of found) {
		const key = accountKey(debt.partner_id.commercial_partner_id, debt.company_id);
		const daysLate = Math.max(0, daysBetween(debt.date_maturity || debt.date, paidOn));
		const known = settlements.get(key);
		if (known) known.push({ amount, daysLate });
		else settlements.set(key, [{ amount, daysLate }]);
	}
	return settlements;
};
