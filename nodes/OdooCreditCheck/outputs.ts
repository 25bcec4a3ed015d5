import type { Decision } from './core/facts';
import type { OutputPlan } from '../shared/n8n/outcomes';

export const OUTPUT = { approved: 0, needsApproval: 1, onHold: 2 } as const satisfies Record<
	Decision,
	number
>;

export const PLAN: OutputPlan = {
	names: ['Approved', 'Needs Approval', 'On Hold'],
	safeOutput: OUTPUT.onHold,
};
