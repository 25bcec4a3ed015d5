import type { Account, CreditGroup, OpenItem } from '../../core/credit/facts';
import type { Session } from '../session';
import type { Debtor } from './debtor';
import type { ItemsByAccount } from './openItems';
import type { OpenOrdersRead } from './openLines';
import type { PartnerRow } from './partners';
import type { CompanyRates } from './rates';
import type { CreditSettings } from './settings';

export interface AccountSources {
	readonly items: ItemsByAccount;
	readonly open: Pick<OpenOrdersRead, 'byAccount'>;
	readonly rates: ReadonlyMap<number, CompanyRates>;
	/** Whether the latest decision about a quotation is an approval. */
	readonly approved: (orderId: number) => boolean;
	readonly settings: CreditSettings;
	readonly session: Session;
}

const NO_ITEMS: readonly OpenItem[] = [];
const DEFAULT_DECIMALS = 2;

/**
 * Odoo's limit: a customer without one of their own has the company's default, and a default of zero means that
 * nobody set a limit. A zero of the customer's own means no credit.
 */
export const odooLimitOf = ({
	credit_limit: limit,
	use_partner_credit_limit: isOwn,
}: PartnerRow): number | null => (isOwn || limit > 0 ? limit : null);

const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || value === false || value === '';

const textOf = (value: unknown): string | null => {
	if (typeof value === 'string') return value;
	return Array.isArray(value) ? String(value[0]) : null;
};

export const toAccount = (
	key: string,
	{ row, account }: Debtor,
	{ items, open, rates, approved, settings, session }: AccountSources,
): Account => {
	const company = { id: row.company_id?.id ?? 0, name: row.company_id?.display_name ?? '' };
	const currency =
		session.companies.find(({ id }) => id === company.id)?.currency.name ??
		row.currency_id?.display_name ??
		'';
	const orders = open.byAccount.get(key) ?? { lines: [], downPayments: [] };
	const { riskClass, brokenPromises, wanted, holdTagIds } = settings.customerFields;
	const promises = brokenPromises === null ? null : account.named[brokenPromises];
	return {
		key,
		account: { id: account.id, name: account.name },
		company,
		currency,
		decimals: rates.get(company.id)?.decimals.get(currency) ?? DEFAULT_DECIMALS,
		items: items.get(key) ?? NO_ITEMS,
		lines: orders.lines.filter(({ confirmed, orderId }) => confirmed || approved(orderId)),
		downPayments: orders.downPayments,
		odooLimit: odooLimitOf(account),
		group: null as CreditGroup | null,
		customerTagIds: account.category_id,
		countryId: account.country_id?.id ?? null,
		riskClass: riskClass === null ? null : textOf(account.named[riskClass]),
		paymentTermId: account.property_payment_term_id?.id ?? null,
		holdFlag: account.category_id.some((id) => holdTagIds.includes(id)),
		missingData: wanted
			.filter(({ field }) => isEmpty(account.named[field]))
			.map(({ label }) => label),
		averageDaysLate: null,
		brokenPromises: typeof promises === 'number' ? promises : null,
		openDisputes: 0,
		firstInvoiceOn: null,
	};
};
