import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { executeNode } from '../shared/n8n/executeNode';
import { openClient } from '../shared/n8n/openClient';
import { orderOutcomes } from '../shared/n8n/orderOutcomes';
import { parametersOfRun } from '../shared/n8n/settings/readSettings';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { allocateOrders } from './odoo/allocateOrders';
import type { AllocationOutcome } from './odoo/outcome';
import type { Allocation } from './core/allocation';
import type { AllocationStatus } from './core/statuses';
import { readParameters } from './parameters';

const OUTPUT = { allocated: 0, partiallyAllocated: 1, short: 2 } as const satisfies Record<
	AllocationStatus,
	number
>;

export const OUTPUT_NAMES = ['Allocated', 'Partially Allocated', 'Short'] as const;

/** An order that broke waits with those that got nothing: it must not be shipped. */
const PLAN = { names: OUTPUT_NAMES, safeOutput: OUTPUT.short };

/** A run's stock is read and reserved in few big calls: many small ones could take the same unit twice. */
const BATCH_SIZE = 2_000;

/** As n8n wants its json: plain, and nothing of it shared. */
const toJson = ({ lines, run, warnings, ...allocation }: Allocation): IDataObject => ({
	...allocation,
	warnings: [...warnings],
	lines: lines.map((line) => ({
		...line,
		product: { ...line.product },
		waiting: line.waiting && { ...line.waiting },
		elsewhere: line.elsewhere.map((place) => ({ ...place })),
		...(line.substitute
			? { substitute: { ...line.substitute, product: { ...line.substitute.product } } }
			: {}),
	})),
	run: { ...run },
});

const toOutcome = (outcome: AllocationOutcome): Outcome =>
	outcome.kind === 'failed'
		? failed(outcome.error)
		: routed(OUTPUT[outcome.allocation.status], { allocation: toJson(outcome.allocation) });

const SETUP_CREDENTIAL = 'odooOrderToCashSetupApi';

export const allocateStock = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
	await executeNode(context, PLAN, async () => {
		const settings = readParameters(parametersOfRun(context));
		const client = await openClient(context, { batchSize: BATCH_SIZE });
		const openSetup = async () => await openClient(context, { credentialName: SETUP_CREDENTIAL });
		return await orderOutcomes(context, client, async (orderIds) => {
			const allocated = await allocateOrders(client, orderIds, settings, openSetup);
			return new Map([...allocated].map(([orderId, outcome]) => [orderId, toOutcome(outcome)]));
		});
	});
