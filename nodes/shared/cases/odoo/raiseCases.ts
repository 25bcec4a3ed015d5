import type { EnsuredRecords } from '../../traces/odoo/ensureOnce';
import { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import {
	findCases,
	openCases,
	readActivities,
	type ActivityState,
	type HeldCase,
} from './caseActivities';
import { readCaseOrders } from './caseOrders';
import { readOwners } from './owners';
import {
	heldCase,
	planCase,
	type CaseRequest,
	type PlannedCase,
	type RaisedCase,
} from './planCase';

export type CaseOutcome =
	| { readonly kind: 'raised'; readonly raised: RaisedCase }
	| { readonly kind: 'failed'; readonly error: OdooError };

/**
 * Raises the cases of a run, each exception of each order once, however often it is seen.
 * Calls for 200 orders: one for the orders, two for the cases they have, one or two for the users, one that opens
 * cases, one that reads them back.
 * @returns one outcome for each request, in their order
 */
export const raiseCases = async (
	client: OdooClient,
	requests: readonly CaseRequest[],
): Promise<CaseOutcome[]> => {
	if (requests.length === 0) return [];
	const orderIds = requests.flatMap(({ target }) => ('orderId' in target ? target.orderId : []));
	const [orders, cases] = await Promise.all([
		readCaseOrders(client, orderIds),
		findCases(client, orderIds),
	]);
	const directory = await readOwners(
		client,
		requests.map(({ owners }) => owners),
		[...orders.values()],
	);
	const scene = {
		orders,
		heldByOrder: byOrder(cases),
		directory,
		now: client.host.now().getTime(),
	};
	const plans = requests.map((request) => planCase(request, scene));
	const ensured = await openNew(client, requests, plans);
	const states = await readActivities(client, [...ensured.ids.values()]);
	const first = firstOfEach(plans);
	return plans.map((planned, index) =>
		toOutcome(planned, requests[index], ensured, states, first.has(index)),
	);
};

const byOrder = (cases: readonly HeldCase[]): ReadonlyMap<number, readonly HeldCase[]> => {
	const groups = new Map<number, HeldCase[]>();
	for (const one of cases) {
		const group = groups.get(one.orderId);
		if (group) group.push(one);
		else groups.set(one.orderId, [one]);
	}
	return groups;
};

const openNew = async (
	client: OdooClient,
	requests: readonly CaseRequest[],
	plans: readonly PlannedCase[],
): Promise<EnsuredRecords> => {
	const first = firstOfEach(plans);
	const wanted = (notifies: boolean) =>
		plans.flatMap((planned, index) => {
			const request = requests[index];
			const opens = planned.kind === 'opens' && first.has(index) && request?.writes === true;
			return opens && request.notifiesOwner === notifies ? [planned.activity] : [];
		});
	const loud = await openCases(client, wanted(true), true);
	const quiet = await openCases(client, wanted(false), false);
	return {
		ids: new Map([...loud.ids, ...quiet.ids]),
		failed: new Map([...loud.failed, ...quiet.failed]),
	};
};

/** The items that are the first of the run to show their case. */
const firstOfEach = (plans: readonly PlannedCase[]): ReadonlySet<number> => {
	const first = new Map<string, number>();
	plans.forEach(({ key }, index) => {
		if (key !== null && !first.has(key)) first.set(key, index);
	});
	return new Set(first.values());
};

const toOutcome = (
	planned: PlannedCase,
	request: CaseRequest | undefined,
	ensured: EnsuredRecords,
	states: ReadonlyMap<number, ActivityState>,
	isFirst: boolean,
): CaseOutcome => {
	const { raised } = planned;
	if (planned.kind === 'settled') return { kind: 'raised', raised };
	const error = ensured.failed.get(planned.key);
	if (error) return { kind: 'failed', error };
	const state = states.get(ensured.ids.get(planned.key) ?? 0);
	if (!state || !request) return { kind: 'raised', raised: { ...raised, isNew: isFirst } };
	const held = heldCase(
		request.policy,
		raised.decision,
		state,
		planned.activity.episode,
		raised.summary,
	);
	return {
		kind: 'raised',
		raised: { ...held, owner: { ...held.owner, fallback: raised.owner.fallback }, isNew: isFirst },
	};
};
