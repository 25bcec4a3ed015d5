import type { RunFacts } from '../core/decideRun';
import { sourcesInUse } from '../core/rules/inUse';
import { isInForce } from '../core/validity';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { toAccount } from './accounts';
import { readDebtors } from './debtors';
import { readDecisions, readLatestDecisions } from './decisions';
import { readMembers, type Member } from './groups';
import { readHistory } from './history';
import { readOpenItems } from './openItems';
import { readOpenOrders } from './openLines';
import { toOrderFacts } from './orderFacts';
import { readOrderRows, type OrderRow } from './orders';
import { readRates } from './rates';
import type { CreditSettings } from '../core/settings';
import { readSettlements } from './settlements';
import { addDays, dayIn } from '../../shared/core/time';

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

/**
 * Everything the decisions of one run look at: eight calls for up to a thousand orders of one company; one more with a
 * credit group, and one when quotations approved before yesterday are still open. What no rule looks at is not read.
 */
export const readFacts = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: CreditSettings,
): Promise<FactsRead> => {
	const session = await client.session();
	const now = client.host.now();
	const today = dayIn(session.timeZone, now);
	const rows = await readOrderRows(client, orderIds);
	const { debtors, failed } = await readDebtors(client, rows, settings.customerFields);
	const members = await readMembers(client, debtors, settings);
	const recorded = await readDecisions(
		client,
		debtors.map(({ row }) => row.id),
		addDays(today, -1),
	);
	const sources = await readSources(client, members, settings, today);
	const unknown = sources.open.quotationIds.filter((id) => !recorded.latest.has(id));
	const latest = new Map([...recorded.latest, ...(await readLatestDecisions(client, unknown))]);
	const approved = (orderId: number) => {
		const earlier = latest.get(orderId);
		return earlier !== undefined && isInForce(earlier, settings.rules.validity, today);
	};
	const toKnown = {
		...sources,
		approved,
		customerFields: settings.customerFields,
		zeroIsNoCredit: settings.zeroIsNoCredit,
		session,
	};
	const accounts = new Map(
		[...members].map(([key, member]) => [key, toAccount(key, member, toKnown)]),
	);
	const orders = debtors.map((debtor) =>
		toOrderFacts(debtor, latest.get(debtor.row.id) ?? null, settings, session),
	);
	return {
		facts: {
			orders,
			accounts,
			rates: sources.rates,
			heldOrderIds: sources.open.taggedOrderIds,
			today,
		},
		failed,
		lastApproval: recorded.lastApproval,
		asOf: now.toISOString(),
		rows: new Map(rows.map((row) => [row.id, row])),
	};
};

/** Payments of the last year tell how a customer pays. */
const SETTLEMENT_DAYS = 365;

const readSources = async (
	client: OdooClient,
	members: ReadonlyMap<string, Member>,
	{ rules, tags, horizonDays, rateDate }: CreditSettings,
	today: string,
) => {
	const accountIds = [...new Set([...members.values()].map(({ account }) => account.id))];
	const companyIds = [...new Set([...members.values()].map(({ company }) => company.id))];
	const used = sourcesInUse(
		rules.policy,
		rules.segments.map(({ change }) => change),
	);
	const nobody = accountIds.length === 0;
	const [items, open, rates, histories, settlements] = await Promise.all([
		nobody ? new Map() : readOpenItems(client, accountIds, companyIds),
		nobody
			? NOTHING_OPEN
			: readOpenOrders(client, accountIds, companyIds, {
					tagNames: [tags.hold, tags.approval],
					plannedUntil: horizonDays === null ? null : addDays(today, horizonDays),
				}),
		readAllRates(client, companyIds, rateDate ?? today),
		nobody || !used.has('invoiceHistory') ? new Map() : readHistory(client, accountIds, companyIds),
		nobody || !used.has('settlements')
			? new Map()
			: readSettlements(client, accountIds, companyIds, addDays(today, -SETTLEMENT_DAYS)),
	]);
	return { items, open, rates, histories, settlements };
};

const NOTHING_OPEN = { byAccount: new Map(), taggedOrderIds: new Set<number>(), quotationIds: [] };

const readAllRates = async (client: OdooClient, companyIds: readonly number[], date: string) =>
	new Map(
		await client.parallel(
			companyIds,
			async (id) => [id, await readRates(client, id, date)] as const,
		),
	);
