import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { executeNode } from '../shared/n8n/executeNode';
import { openRunClient } from '../shared/n8n/openRunClient';
import { runsAsTool } from '../shared/n8n/settings/readSettings';
import { OUTPUT, OUTPUT_NAMES, OUTPUT_PLAN } from './outputs';
import { readOperation } from './parameters';
import { reconcile } from './reconcile';
import { release } from './release';

const OPERATIONS = { release, reconcile } as const;

/** Does what the node is set to; what an operation finds beside the input items leaves on Held. */
export const run = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> => {
	const found: IDataObject[] = [];
	const outputs = await executeNode(context, OUTPUT_PLAN, async () => {
		const operate = OPERATIONS[readOperation(context)];
		const answer = await operate(context, await openRunClient(context));
		found.push(...answer.found);
		return answer.outcomes;
	});
	// An agent only ever sees the first output of a tool.
	const asTool = runsAsTool(context);
	const route = asTool ? { route: OUTPUT_NAMES[OUTPUT.held.output] } : {};
	outputs[asTool ? 0 : OUTPUT.held.output]?.push(
		...found.map((json) => ({ json: { ...json, ...route }, pairedItem: { item: 0 } })),
	);
	return outputs;
};
