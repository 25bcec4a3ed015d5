import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { PLAIN_RULES, type Policy } from '../shared/core/allocation/problem';
import type { Criterion } from '../shared/core/allocation/rank';
import type { AllocationSettings } from '../shared/odoo/allocation/settings';

const CRITERIA = {
	priority: ['orderPriority', 'requestedDate'],
	firstCome: ['orderDate'],
	fairShare: ['orderPriority', 'requestedDate'],
	greatestValue: ['orderPriority', 'requestedDate'],
} as const satisfies Record<Policy, readonly Criterion[]>;

const schema = z.object({
	policy: z.enum(['priority', 'firstCome']),
	dryRun: z.boolean(),
});

/** The node's parameters; one plan is made for all items, so those of the first item count. @throws NodeOperationError */
export const readSettings = (context: IExecuteFunctions): AllocationSettings => {
	const parsed = schema.safeParse({
		policy: context.getNodeParameter('policy', 0),
		dryRun: context.getNodeParameter('dryRun', 0),
	});
	if (!parsed.success)
		throw new NodeOperationError(
			context.getNode(),
			`'${parsed.error.issues[0]?.path.join(' ')}' cannot be used as it is`,
			{
				description: parsed.error.issues[0]?.message,
			},
		);
	const { policy, dryRun } = parsed.data;
	return {
		rules: { ...PLAIN_RULES, policy },
		criteria: CRITERIA[policy],
		step: 'wholeUnits',
		strategy: 'redistribute',
		dryRun,
	};
};
