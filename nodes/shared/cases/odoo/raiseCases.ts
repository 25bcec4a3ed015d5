import { groupBy } from '../../core/collections';
import type { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import { openActivities } from '../../traces/odoo/activities';
import type { EnsuredRecords } from '../../traces/odoo/ensureOnce';
import type { CaseRequest, RaisedCase } from './caseRequest';
import { asHeld, planCase, type PlannedCase, type Scene } from './planCase';
import { readCaseOrders } from './readCaseOrders';
import { readActivities, readCases, type ActivityState } from './readCases';
import { readOwners } from './readOwners';

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
	const plans = planAll(requests, await readScene(client, requests));
	const ensured = await openNew(client, plans);
	const states = await readActivities(client, [...ensured.ids.values()]);
	return plans.map((plan) => toOutcome(plan, ensured, states));
};

const readScene = async (client: OdooClient, requests: readonly CaseRequest[]): Promise<Scene> => {
	const orderIds = requests.flatMap(({ target }) => ('orderId' in target ? target.orderId : []));
	const [orders, held] = await Promise.all([
		readCaseOrders(client, orderIds),
		readCases(client, orderIds),
	]);
	const directory = await readOwners(
		client,
		requests.map(({ owners }) => owners),
		[...orders.values()],
	);
	return {
		orders,
		heldByOrder: groupBy(held, ({ orderId }) => orderId),
		directory,
		now: client.host.now().getTime(),
	};
};

interface Plan {
	readonly request: CaseRequest;
	readonly planned: PlannedCase;
	/** No request before it shows the same case. */
	readonly isFirst: boolean;
}

const planAll = (requests: readonly CaseRequest[], scene: Scene): Plan[] => {
	const seen = new Set<string | null>([null]);
	return requests.map((request) => {
		const planned = planCase(request, scene);
		const isFirst = !seen.has(planned.key);
		seen.add(planned.key);
		return { request, planned, isFirst };
	});
};

const openNew = async (client: OdooClient, plans: readonly Plan[]): Promise<EnsuredRecords> => {
	const open = async (notifiesOwners: boolean) => {
		const wanted = plans.flatMap(({ request, planned, isFirst }) =>
			planned.kind === 'opens' &&
			isFirst &&
			request.writes &&
			request.notifiesOwner === notifiesOwners
				? [planned.activity]
				: [],
		);
		return await openActivities(client, wanted, { notifiesOwners });
	};
	const [loud, quiet] = [await open(true), await open(false)];
	return {
		ids: new Map([...loud.ids, ...quiet.ids]),
		failed: new Map([...loud.failed, ...quiet.failed]),
	};
};

const toOutcome = (
	{ request, planned, isFirst }: Plan,
	{ ids, failed }: EnsuredRecords,
	states: ReadonlyMap<number, ActivityState>,
): CaseOutcome => {
	const { raised } = planned;
	if (planned.kind === 'settled') return { kind: 'raised', raised };
	const error = failed.get(planned.key);
	if (error) return { kind: 'failed', error };
	const state = states.get(ids.get(planned.key) ?? 0);
	if (!state) return { kind: 'raised', raised: { ...raised, isNew: isFirst } };
	const held = asHeld(raised, request, state);
	const owner = { ...held.owner, fallback: raised.owner.fallback };
	return { kind: 'raised', raised: { ...held, owner, isNew: isFirst } };
};
