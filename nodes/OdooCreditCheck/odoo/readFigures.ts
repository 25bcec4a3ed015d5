import type { Settlement } from '../core/account';
import { sourcesInUse } from '../core/rules/inUse';
import type { CreditSettings } from '../core/settings';
import { unique } from '../../shared/core/collections';
import { addDays } from '../../shared/core/time';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readHistory, type InvoiceHistory } from './readHistory';
import type { Member } from './readMembers';
import { readLegalPersons } from '../../shared/ledger/odoo/readLegalPersons';
import { readOpenItems, type DebtorIds, type ItemsByDebtor } from './readOpenItems';
import { readOpenOrders, type OpenOrdersRead } from './readOpenOrders';
import { readRates, type CompanyRates } from './readRates';
import { readSettlements } from './readSettlements';

/** What accounts owe and how they pay, by account and legal person (`accountKey`). */
export interface Figures {
	/** The company that a branch belongs to. */
	readonly legalPersonOf: (companyId: number) => number;
	readonly items: ItemsByDebtor;
	readonly open: OpenOrdersRead;
	/** By company. */
	readonly rates: ReadonlyMap<number, CompanyRates>;
	readonly histories: ReadonlyMap<string, InvoiceHistory>;
	readonly settlements: ReadonlyMap<string, readonly Settlement[]>;
}

const NOTHING: Figures = {
	legalPersonOf: (companyId) => companyId,
	items: new Map(),
	open: { byDebtor: new Map(), taggedOrderIds: new Set(), quotationIds: [] },
	rates: new Map(),
	histories: new Map(),
	settlements: new Map(),
};

/** Payments of the last year tell how a customer pays. */
const SETTLEMENT_DAYS = 365;

/** What no rule looks at is not read. */
export const readFigures = async (
	client: OdooClient,
	members: readonly Member[],
	{ settings, today }: { readonly settings: CreditSettings; readonly today: string },
): Promise<Figures> => {
	if (members.length === 0) return NOTHING;
	const { rules, tags, horizonDays, rateDate } = settings;
	const accountIds = unique(members.map(({ account }) => account.id));
	const companyIds = unique(members.map(({ company }) => company.id));
	const legalPersons = await readLegalPersons(client);
	const legalPersonOf = (id: number): number => legalPersons.get(id) ?? id;
	const owedTo = new Set(companyIds.map(legalPersonOf));
	const accounts: DebtorIds = {
		accountIds,
		companyIds: unique([
			...companyIds,
			...[...legalPersons].filter(([, top]) => owedTo.has(top)).map(([id]) => id),
		]),
		legalPersonOf,
	};
	const changes = rules.segments.map(({ change }) => change);
	const used = sourcesInUse(rules.policy, changes);
	const [items, open, rates, histories, settlements] = await Promise.all([
		readOpenItems(client, accounts),
		readOpenOrders(client, accounts, {
			tagNames: [tags.hold, tags.approval],
			plannedUntil: horizonDays === null ? null : addDays(today, horizonDays),
		}),
		readAllRates(client, companyIds, rateDate ?? today),
		used.has('invoiceHistory') ? readHistory(client, accounts) : NOTHING.histories,
		used.has('settlements')
			? readSettlements(client, accounts, addDays(today, -SETTLEMENT_DAYS))
			: NOTHING.settlements,
	]);
	return { legalPersonOf, items, open, rates, histories, settlements };
};

const readAllRates = async (
	client: OdooClient,
	companyIds: readonly number[],
	date: string,
): Promise<Figures['rates']> =>
	new Map(
		await client.parallel(
			companyIds,
			async (id) => [id, await readRates(client, id, date)] as const,
		),
	);
