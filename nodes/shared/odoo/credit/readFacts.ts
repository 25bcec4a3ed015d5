import type { RunFacts } from '../../core/credit/decideRun';
import type { Account, OrderFacts } from '../../core/credit/facts';
import { isOdooError, type OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { toAccount } from './accounts';
import { readDecisions } from './decisions';
import { findDebtor, type Debtor } from './debtor';
import { accountKey, readOpenItems } from './openItems';
import { readOpenOrders } from './openLines';
import { readOrderRows, type OrderRow } from './orders';
import { readPartners } from './partners';
import { toOrderFacts } from './orderFacts';
import { readRates } from './rates';
import type { CreditSettings } from './settings';
import { addDays, todayIn } from './today';

export interface FactsRead {
	readonly facts: RunFacts;
	/** Orders that cannot be decided. */
	readonly failed: ReadonlyMap<number, OdooError>;
	/** See `RecordedDecisions`. */
	readonly lastApproval: ReadonlyMap<string, number>;
	/** ISO 8601: the figures are not older than this. */
	readonly asOf: string;
	/** Tags of each order that is decided. */
	readonly rows: ReadonlyMap<number, OrderRow>;
}

/** Everything the decisions of one run look at: eight calls at most, whatever the number of orders up to a thousand. */
export const readFacts = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: CreditSettings,
): Promise<FactsRead> => {
	const session = await client.session();
	const now = client.host.now();
	const today = todayIn(now, session.timeZone);
	const rows = await readOrderRows(client, orderIds);
	const { debtors, failed } = await readDebtors(client, rows, settings);
	const accountIds = [...new Set(debtors.map(({ account }) => account.id))];
	const companyIds = [...new Set(debtors.map(({ row }) => row.company_id?.id ?? 0))];
	const [items, open, rates] =
		debtors.length === 0
			? [new Map(), NOTHING_OPEN, new Map()]
			: await Promise.all([
					readOpenItems(client, accountIds, companyIds),
					readOpenOrders(client, accountIds, companyIds, {
						tagNames: [settings.tags.hold, settings.tags.approval],
						plannedUntil:
							settings.horizonDays === null ? null : addDays(today, settings.horizonDays),
					}),
					readAllRates(client, companyIds, settings.rateDate ?? today),
				]);
	const undecided = debtors.map(({ row }) => row.id);
	const decisions = await readDecisions(
		client,
		[...new Set([...undecided, ...open.quotationIds])],
		addDays(today, -1),
	);
	const approved = (orderId: number) => decisions.latest.get(orderId)?.decision === 'approved';
	const accounts = new Map<string, Account>();
	for (const debtor of debtors) {
		const key = accountKey(debtor.account.id, debtor.row.company_id?.id ?? 0);
		if (!accounts.has(key))
			accounts.set(
				key,
				toAccount(key, debtor, { items, open, rates, approved, settings, session }),
			);
	}
	const orders = debtors.map(
		(debtor): OrderFacts =>
			toOrderFacts(debtor, decisions.latest.get(debtor.row.id) ?? null, settings, session),
	);
	return {
		facts: { orders, accounts, rates, heldOrderIds: open.taggedOrderIds, today },
		failed,
		lastApproval: decisions.lastApproval,
		asOf: now.toISOString(),
		rows: new Map(rows.map((row) => [row.id, row])),
	};
};

const NOTHING_OPEN = { byAccount: new Map(), taggedOrderIds: new Set<number>(), quotationIds: [] };

const readAllRates = async (client: OdooClient, companyIds: readonly number[], date: string) =>
	new Map(
		await client.parallel(
			companyIds,
			async (id) => [id, await readRates(client, id, date)] as const,
		),
	);

const readDebtors = async (
	client: OdooClient,
	rows: readonly OrderRow[],
	{ customerFields }: CreditSettings,
): Promise<{
	readonly debtors: readonly Debtor[];
	readonly failed: ReadonlyMap<number, OdooError>;
}> => {
	const companyIds = [...new Set(rows.flatMap(({ company_id: company }) => company?.id ?? []))];
	const found = await client.parallel(companyIds, async (companyId) => {
		const own = rows.filter(({ company_id: company }) => company?.id === companyId);
		const partnerIds = own
			.flatMap((row) => [row.partner_id?.id ?? 0, row.partner_invoice_id?.id ?? 0])
			.filter((id) => id > 0);
		const partners = await readPartners(
			client.forCompanies([companyId]),
			partnerIds,
			customerFields,
		);
		return own.map((row) => ({ row, debtor: findDebtor(row, partners) }));
	});
	const tried = new Map(found.flat().map(({ row, debtor }) => [row.id, debtor]));
	const results = rows.flatMap(({ id }) => tried.get(id) ?? []);
	return {
		debtors: results.filter((result): result is Debtor => !isOdooError(result)),
		failed: new Map(
			rows.flatMap(({ id }): [number, OdooError][] => {
				const result = tried.get(id);
				return isOdooError(result) ? [[id, result]] : [];
			}),
		),
	};
};
