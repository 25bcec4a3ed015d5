import type { OutputPlan } from '../shared/n8n/outcomes';
import type { ReleaseDecision } from './core/decideRelease';

export const OUTPUT_NAMES = ['Released', 'Held', 'Nothing to Invoice'] as const;

/** Where a decision leaves, and its name in the item. */
export const OUTPUT = {
	release: { output: 0, decision: 'released' },
	invoiced: { output: 0, decision: 'released' },
	held: { output: 1, decision: 'held' },
	nothing: { output: 2, decision: 'nothingToInvoice' },
} as const satisfies Record<
	ReleaseDecision['kind'],
	{ readonly output: number; readonly decision: string }
>;

/** A broken item waits where nothing is taken as invoiced. */
export const OUTPUT_PLAN: OutputPlan = { names: OUTPUT_NAMES, safeOutput: OUTPUT.held.output };
