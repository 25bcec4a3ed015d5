import { z } from 'zod';

import { accountKey } from '../../shared/ledger/core/debtor';
import { readGroups } from '../../shared/odoo/grouped';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { date, many2one, optionalText } from '../../shared/odoo/records/fields';
import type { DebtorIds } from './readOpenItems';
import { answerIn } from '../../shared/odoo/unexpectedAnswer';

/** What an account's posted invoices tell about it. */
export interface InvoiceHistory {
	/** `YYYY-MM-DD` */
	readonly firstInvoiceOn: string | null;
	/** Invoices whose payment is blocked in Odoo (18 and later). */
	readonly openDisputes: number;
}

const group = z.object({
	commercial_partner_id: many2one,
	company_id: many2one,
	payment_state: optionalText,
	'invoice_date:min': date,
	__count: z.number(),
});

/** One call for all accounts. */
export const readHistory = async (
	client: OdooClient,
	{ accountIds, companyIds, legalPersonOf }: DebtorIds,
): Promise<ReadonlyMap<string, InvoiceHistory>> => {
	const found = await readGroups(client, 'account.move', {
		domain: [
			['commercial_partner_id', 'in', [...accountIds]],
			['company_id', 'in', [...companyIds]],
			['move_type', '=', 'out_invoice'],
			['state', '=', 'posted'],
		],
		groupBy: ['commercial_partner_id', 'company_id', 'payment_state'],
		aggregates: ['invoice_date:min'],
	});
	const histories = new Map<string, InvoiceHistory>();
	for (const row of answerIn('account.move.read_group', z.array(group), found)) {
		const key = accountKey(
			row.commercial_partner_id?.id ?? 0,
			legalPersonOf(row.company_id?.id ?? 0),
		);
		const known = histories.get(key) ?? { firstInvoiceOn: null, openDisputes: 0 };
		histories.set(key, {
			firstInvoiceOn: earlier(known.firstInvoiceOn, row['invoice_date:min']),
			openDisputes: known.openDisputes + (row.payment_state === 'blocked' ? row.__count : 0),
		});
	}
	return histories;
};

const earlier = (one: string | null, other: string | null): string | null =>
	one === null || (other !== null && other < one) ? other : one;
