import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { SETUP_CREDENTIAL } from '../shared/n8n/credential';
import { executeNode } from '../shared/n8n/executeNode';
import { openClient } from '../shared/n8n/openClient';
import { openRunClient } from '../shared/n8n/openRunClient';
import { orderOutcomes } from '../shared/n8n/orderOutcomes';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { parametersOfRun } from '../shared/n8n/settings/readSettings';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { allocate } from './core/allocate';
import type { AllocationStatus } from './core/statuses';
import { toJson } from './json';
import type { AllocationOutcome, Outcomes } from './odoo/outcome';
import { readOutlook } from './odoo/readOutlook';
import { readScene } from './odoo/readScene';
import type { AllocationSettings } from './odoo/settings';
import { toOutcomes } from './odoo/toOutcomes';
import { toProblem } from './odoo/toProblem';
import { assertCanReserve } from './odoo/versions';
import { writeFollowUp } from './odoo/writeFollowUp';
import { writeNotes } from './odoo/writeNotes';
import { writePlan } from './odoo/writePlan';
import { writeSubstitutes } from './odoo/writeSubstitutes';
import { readParameters } from './parameters';

export const OUTPUT_NAMES = ['Allocated', 'Partially Allocated', 'Short'] as const;

const OUTPUT = { allocated: 0, partiallyAllocated: 1, short: 2 } as const satisfies Record<
	AllocationStatus,
	number
>;

/** An order that broke waits with those that got nothing: it must not be shipped. */
const OUTPUTS = { names: OUTPUT_NAMES, safeOutput: OUTPUT.short };

/** A run's stock is read and reserved in few big calls: many small ones could take the same unit twice. */
const BATCH_SIZE = 2_000;

interface AllocationRequest {
	readonly client: OdooClient;
	/** The client that may change Odoo's settings; only called when the settings ask for that. */
	readonly openSetup: () => Promise<OdooClient>;
	readonly orderIds: readonly number[];
	readonly settings: AllocationSettings;
}

/** Allocates the stock over the orders of all items at once. */
export const run = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
	await executeNode(context, OUTPUTS, async () => {
		const settings = readParameters(parametersOfRun(context));
		const client = await openRunClient(context, { batchSize: BATCH_SIZE });
		const openSetup = async () =>
			await openClient(context, {
				credentialName: SETUP_CREDENTIAL,
				budgetMs: client.timeLeft(),
			});
		return await orderOutcomes(context, client, async (orderIds) => {
			const allocated = await allocateOrders({ client, openSetup, orderIds, settings });
			return new Map([...allocated].map(([orderId, outcome]) => [orderId, toOutcome(outcome)]));
		});
	});

/**
 * Decides over all these orders at once, makes Odoo hold the decision, and writes it on each order.
 * @returns an outcome for each order found, and for each competitor that gained or lost
 */
export const allocateOrders = async (request: AllocationRequest): Promise<Outcomes> => {
	const { client, settings } = request;
	if (settings.dryRun) return await decide(request);
	await assertCanReserve(client);
	const decided = await decide(request);
	const replaced = settings.replaces ? await replaceShort(request, decided) : decided;
	return await writeNotes(client, replaced);
};

const decide = async ({
	client,
	openSetup,
	orderIds,
	settings,
}: AllocationRequest): Promise<Outcomes> => {
	const { dryRun } = settings;
	const scene = await readScene(client, orderIds, settings);
	const at = client.host.now();
	const problem = toProblem(scene, settings);
	const plan = allocate(problem);
	const carried = await writePlan({ client, scene, problem, plan, dryRun });
	const outlook = await readOutlook(client, carried, settings);
	const followedUp = await writeFollowUp(
		{ client, openSetup, carried, settings },
		outlook.expected,
	);
	return toOutcomes({ scene, problem, plan, carried, outlook, followedUp, at, dryRun });
};

/** Orders that were changed to a substitute ask for other goods now, and so all are decided once more. */
const replaceShort = async (request: AllocationRequest, decided: Outcomes): Promise<Outcomes> => {
	const own = request.orderIds.flatMap((id) => {
		const outcome = decided.get(id);
		return outcome?.kind === 'decided' ? [outcome.allocation] : [];
	});
	const { orderIds: changed, failed: refused } = await writeSubstitutes(request.client, own);
	const now = changed.length > 0 ? await decide(request) : decided;
	return new Map([
		...now,
		...[...refused].map(([id, error]) => [id, { kind: 'failed', error }] as const),
	]);
};

const toOutcome = (outcome: AllocationOutcome): Outcome =>
	outcome.kind === 'failed'
		? failed(outcome.error)
		: routed(OUTPUT[outcome.allocation.status], toJson(outcome.allocation));
