import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { OdooClient } from '../../nodes/shared/odoo/OdooClient';
import { openClient } from '../../nodes/shared/n8n/openClient';
import { orderOutcomes } from '../../nodes/shared/n8n/orderOutcomes';
import { orderParameter } from '../../nodes/shared/n8n/orderParameter';
import { routeOutcomes, toNodeError, type Outcome } from '../../nodes/shared/n8n/outcomes';

type Decide = (client: OdooClient, orderIds: readonly number[]) => Promise<ReadonlyMap<number, Outcome>>;

/** The frame all order nodes share, around any decision: outputs Yes and No, of which No is the safe one. */
export const probeNode = (decide: Decide): INodeType => ({
	description: {
		displayName: 'Probe', name: 'probe', group: ['transform'], version: 1, description: '', defaults: { name: 'Probe' },
		inputs: ['main'], outputs: ['main', 'main'], credentials: [{ name: 'odooOrderToCashApi', required: true }], properties: [orderParameter],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outcomes = await openClient(this)
			.then(async (client) => await orderOutcomes(this, client, async (ids) => await decide(client, ids)))
			.catch(async (error: unknown) => await Promise.reject(toNodeError(this, error)));
		return routeOutcomes(this, outcomes, { names: ['Yes', 'No'], safeOutput: 1 });
	},
});
