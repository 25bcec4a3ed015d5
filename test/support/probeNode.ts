import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { OdooClient } from '../../nodes/shared/odoo/OdooClient';
import { executeOrderNode } from '../../nodes/shared/n8n/executeNode';
import { orderParameter } from '../../nodes/shared/n8n/orderParameter';
import type { Outcome } from '../../nodes/shared/n8n/outcomes';

type Decide = (
	client: OdooClient,
	orderIds: readonly number[],
) => Promise<ReadonlyMap<number, Outcome>>;

/** The frame all order nodes share, around any decision: outputs Yes and No, of which No is the safe one. */
export const probeNode = (decide: Decide): INodeType => ({
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main', 'main'],
		credentials: [{ name: 'odooOrderToCashApi', required: true }],
		properties: [orderParameter],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOrderNode(this, { names: ['Yes', 'No'], safeOutput: 1 }, decide);
	},
});
