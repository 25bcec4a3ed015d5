import type { OpenItem } from '../core/account';
import { groupValues } from '../../shared/core/collections';
import { accountKey } from '../../shared/ledger/core/debtor';
import { readAccountIds } from '../../shared/ledger/odoo/readAccountIds';
import { receivableTypeIn } from '../../shared/odoo/fieldNames';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { accountMoveLine } from '../../shared/odoo/records/accountMove';

const CUSTOMER_INVOICES = ['out_invoice', 'out_refund', 'out_receipt'];

/** The accounts a run is about, in their companies. */
export interface AccountIds {
	readonly accountIds: readonly number[];
	readonly companyIds: readonly number[];
}

/** Open items by account and company (`accountKey`). */
export type ItemsByAccount = ReadonlyMap<string, readonly OpenItem[]>;

/**
 * Receivables not wholly matched of posted entries, payments and credits included, and those of draft invoices: one
 * call for all accounts. A draft payment counts nothing: the money is not there.
 */
export const readOpenItems = async (
	client: OdooClient,
	{ accountIds, companyIds }: AccountIds,
): Promise<ItemsByAccount> => {
	const { version } = await client.session();
	const lines = await client.search(
		accountMoveLine,
		[
			'partner_id',
			'company_id',
			'parent_state',
			'date',
			'date_maturity',
			'amount_residual',
			'balance',
		],
		[
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
		{ order: 'id' },
	);
	const accountOf = await readAccountsOf(
		client,
		lines.map((line) => line.partner_id?.id ?? 0),
		accountIds,
	);
	return groupValues(
		lines,
		({ partner_id: partner, company_id: company }) =>
			accountKey(accountOf.get(partner?.id ?? 0) ?? 0, company?.id ?? 0),
		(line): OpenItem => {
			const posted = line.parent_state === 'posted';
			return {
				state: posted ? 'posted' : 'draft',
				amount: posted ? line.amount_residual : line.balance,
				dueOn: line.date_maturity ?? line.date,
			};
		},
	);
};

/** Manual entries may name a contact; only then is its debtor asked for. */
const readAccountsOf = async (
	client: OdooClient,
	partnerIds: readonly number[],
	accountIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
	const known = new Set(accountIds);
	const contacts = partnerIds.filter((id) => id > 0 && !known.has(id));
	return new Map([
		...accountIds.map((id): [number, number] => [id, id]),
		...(await readAccountIds(client, contacts)),
	]);
};
