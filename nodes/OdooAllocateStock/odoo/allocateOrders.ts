import { allocate } from '../core/allocate';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { carryOut } from './carryOut';
import type { Findings } from './findings';
import type { OpenOrder } from './facts';
import { followUp, type OpenSetup } from './followUp';
import { gather } from './gather';
import { writeNotes } from './writeNotes';
import { replaceShort } from './replaceShort';
import type { AllocationOutcome } from './outcome';
import type { AllocationSettings } from './settings';
import { readOutlook } from './shortages';
import { toAllocation } from './toAllocation';
import { toProblem } from './toProblem';

/** Before Odoo 17 a move's reserved quantity cannot be written, and writing it on its lines corrupts the stock. */
const OLDEST = 17;

const assertCanReserve = async (
	client: OdooClient,
	{ dryRun }: AllocationSettings,
): Promise<void> => {
	const { version } = await client.session();
	if (dryRun || version >= OLDEST) return;
	throw new OdooError({
		kind: 'validation',
		call: 'stock.move.write',
		reason: `Odoo ${version} cannot keep a reservation of a chosen quantity`,
		advice: `Reserving takes Odoo ${OLDEST} or later. Switch Dry Run on to see the plan.`,
	});
};

type Outcomes = ReadonlyMap<number, AllocationOutcome>;

/**
 * Decides over all these orders at once, makes Odoo hold the decision, and writes it on each order.
 * @param openSetup the client that may change Odoo's settings; only called when the settings ask for that
 * @returns an outcome for each order found, and for each competitor that gained or lost
 */
export const allocateOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: AllocationSettings,
	openSetup: OpenSetup = async () => client,
): Promise<Outcomes> => {
	await assertCanReserve(client, settings);
	const decide = async () => await decideOrders(client, orderIds, settings, openSetup);
	const outcomes = await decide();
	if (settings.dryRun) return outcomes;
	return await writeNotes(
		client,
		await withSubstitutes(client, orderIds, outcomes, settings, decide),
	);
};

/** Orders that were changed to a substitute ask for other goods now, and so all are decided once more. */
const withSubstitutes = async (
	client: OdooClient,
	orderIds: readonly number[],
	outcomes: Outcomes,
	{ replaces }: AllocationSettings,
	decide: () => Promise<Outcomes>,
): Promise<Outcomes> => {
	if (!replaces) return outcomes;
	const own = orderIds.flatMap((id) => {
		const outcome = outcomes.get(id);
		return outcome?.kind === 'decided' ? [outcome.allocation] : [];
	});
	const { orderIds: changed, failed } = await replaceShort(client, own);
	const refused = [...failed].map(([id, error]) => [id, { kind: 'failed', error }] as const);
	return new Map([...(changed.length > 0 ? await decide() : outcomes), ...refused]);
};

const decideOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: AllocationSettings,
	openSetup: OpenSetup,
): Promise<Outcomes> => {
	const scene = await gather(client, orderIds, settings);
	const now = client.host.now();
	const places = scene.warehouses.map(({ stockId }) => stockId);
	const problem = toProblem([...scene.orders, ...scene.competitors], scene.stock, settings, places);
	const plan = allocate(problem);
	const carried = await carryOut(client, scene, problem, plan, settings.dryRun);
	const { orders, targets, held } = carried;
	const outlook = await readOutlook(client, { targets, held }, settings);
	const { warnings, refused } = await followUp(
		client,
		carried,
		outlook.expected,
		settings,
		openSetup,
	);
	const findings: Findings = {
		held,
		plans: new Map(plan.orders.map((order) => [order.order, order])),
		pools: problem.pools,
		stock: scene.stock,
		outlook,
		warnings,
		run: {
			at: now.toISOString(),
			policy: settings.rules.policy,
			dryRun: settings.dryRun,
			orders: problem.orders.length,
		},
		now: now.getTime(),
	};
	const toOutcome = (order: OpenOrder): AllocationOutcome => {
		const errors = order.moves.flatMap(
			({ id, pickingId }) => carried.failed.get(id) ?? refused.get(pickingId) ?? [],
		);
		return errors[0]
			? { kind: 'failed', error: errors[0] }
			: { kind: 'decided', allocation: toAllocation(order, findings) };
	};
	const own = new Set(scene.orders.map(({ id }) => id));
	const isChanged = ({ moves }: OpenOrder) => moves.some((move) => held.get(move.id) !== move.held);
	const told = orders.filter((order) => own.has(order.id) || isChanged(order));
	return new Map(told.map((order) => [order.id, toOutcome(order)]));
};
