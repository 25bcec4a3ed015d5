import { isPositive } from '../../shared/core/exact';
import type { Account } from '../core/account';
import { limitInOdoo } from '../core/limit';
import type { CreditSettings } from '../core/settings';
import { accountKey } from '../../shared/ledger/core/debtor';
import type { Session } from '../../shared/odoo/session';
import type { Figures } from './readFigures';
import type { InvoiceHistory } from './readHistory';
import type { Member } from './readMembers';

interface AccountSources extends Figures {
	/** Whether an approval of a quotation is in force. */
	readonly isApproved: (orderId: number) => boolean;
	readonly settings: CreditSettings;
	readonly session: Session;
}

const NO_HISTORY: InvoiceHistory = { firstInvoiceOn: null, openDisputes: 0 };
const DEFAULT_DECIMALS = 2;

const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || value === false || value === '';

const textOf = (value: unknown): string | null => {
	if (typeof value === 'string') return value;
	return Array.isArray(value) ? String(value[0]) : null;
};

export const toAccount = (
	key: string,
	{ account, company, group }: Member,
	sources: AccountSources,
): Account => {
	const { items, open, histories, settlements, rates, isApproved, settings, session } = sources;
	const debtorKey = accountKey(account.id, sources.legalPersonOf(company.id));
	const currency = session.companies.find(({ id }) => id === company.id)?.currency.name ?? '';
	const history = histories.get(debtorKey) ?? NO_HISTORY;
	const { riskClass, brokenPromises, wanted, holdTagIds } = settings.customerFields;
	const ofDebtor = open.byDebtor.get(debtorKey) ?? [];
	const promises = brokenPromises === null ? null : account.named[brokenPromises];
	return {
		key,
		debtorKey,
		account: { id: account.id, name: account.name },
		company,
		currency,
		decimals: rates.get(company.id)?.decimals.get(currency) ?? DEFAULT_DECIMALS,
		items: items.get(debtorKey) ?? [],
		orders: ofDebtor.filter(({ confirmed, orderId }) => confirmed || isApproved(orderId)),
		setBack: ofDebtor.filter(({ confirmed, billed }) => !confirmed && isPositive(billed)),
		odooLimit: limitInOdoo(account.limit, settings.zeros),
		group,
		customerTagIds: account.category_id,
		countryId: account.country_id?.id ?? null,
		riskClass: riskClass === null ? null : textOf(account.named[riskClass]),
		holdFlag: account.category_id.some((id) => holdTagIds.includes(id)),
		missingData: wanted
			.filter(({ field }) => isEmpty(account.named[field]))
			.map(({ label }) => label),
		settlements: settlements.get(debtorKey) ?? [],
		brokenPromises: typeof promises === 'number' ? promises : null,
		...history,
	};
};
