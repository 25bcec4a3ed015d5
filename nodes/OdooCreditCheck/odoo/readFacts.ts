import { lastApprovals } from '../core/claims';
import type { EarlierDecision } from '../core/order';
import { withRates } from '../core/missingRates';
import type { RunFacts } from '../core/runLedger';
import type { CreditSettings } from '../core/settings';
import { isInForce } from '../core/validity';
import { addDays, dayIn } from '../../shared/core/time';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readDebtors } from './readDebtors';
import { readDecisions, readLatestDecisions } from './readDecisions';
import { readFigures } from './readFigures';
import { readMembers } from './readMembers';
import type { NamedReleases } from './readNamedReleases';
import { readOrderFacts } from './readOrderFacts';
import { readOrderRows } from './readOrders';
import { toAccount } from './toAccount';

export interface FactsRead {
	readonly facts: RunFacts;
	/** Orders that cannot be decided. */
	readonly failed: ReadonlyMap<number, OdooError>;
	/** See `lastApprovals`. */
	readonly lastApproval: ReadonlyMap<string, number>;
	/** See `RecordedDecisions`. */
	readonly secret: string | null;
	/** ISO 8601: the figures are not older than this. */
	readonly asOf: string;
}

/**
 * Everything the decisions of one run look at: ten calls for up to a thousand orders of one company; one more with a
 * credit group, one with earlier decisions, one where a tag is gone, and two when quotations approved before yesterday are
 * still open.
 */
export const readFacts = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: CreditSettings & Pick<NamedReleases, 'releases'>,
): Promise<FactsRead> => {
	const session = await client.session();
	const now = client.host.now();
	const today = dayIn(session.timeZone, now);
	const rows = await readOrderRows(client, orderIds);
	const { debtors, failed } = await readDebtors(client, rows, settings.customerFields);
	const members = await readMembers(client, debtors, settings);
	const decidedIds = debtors.map(({ row }) => row.id);
	const recorded = await readDecisions(client, decidedIds, addDays(today, -1));
	const figures = await readFigures(client, [...members.values()], { settings, today });
	const latest = await withOlder(client, recorded.latest, figures.open.quotationIds);
	const isApproved = (orderId: number) => {
		const earlier = latest.get(orderId);
		return earlier !== undefined && isInForce(earlier, settings.rules.validity, today);
	};
	const { facts, failed: unvalued } = withRates({
		orders: await readOrderFacts(client, debtors, { latest, settings }),
		accounts: new Map(
			[...members].map(([key, member]) => [
				key,
				toAccount(key, member, { ...figures, isApproved, settings, session }),
			]),
		),
		rates: figures.rates,
		heldOrderIds: figures.open.taggedOrderIds,
		today,
	});
	return {
		facts,
		failed: new Map([
			...failed,
			...[...unvalued].map(([id, { message }]): [number, OdooError] => [id, withoutRate(message)]),
		]),
		lastApproval: lastApprovals(recorded.approvals, figures.legalPersonOf),
		secret: recorded.secret,
		asOf: now.toISOString(),
	};
};

const withoutRate = (reason: string): OdooError =>
	new OdooError({
		kind: 'validation',
		call: 'sale.order credit check',
		reason,
		advice: 'Enter a rate for the currency in Odoo.',
	});

type Latest = ReadonlyMap<number, EarlierDecision>;

/** Open quotations may have been approved before the days that were read. */
const withOlder = async (
	client: OdooClient,
	latest: Latest,
	quotationIds: readonly number[],
): Promise<Latest> => {
	const unknown = quotationIds.filter((id) => !latest.has(id));
	return new Map([...latest, ...(await readLatestDecisions(client, unknown))]);
};
