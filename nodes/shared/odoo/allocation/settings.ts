import type { Rules, Strategy } from '../../core/allocation/problem';
import type { Criterion } from '../../core/allocation/rank';
import type { Step } from '../../core/allocation/units';

/** What the user of the node decides, for the whole run. */
export interface AllocationSettings {
	readonly rules: Rules;
	/** What the queue is sorted by. */
	readonly criteria: readonly Criterion[];
	readonly step: Step;
	/** What may happen to goods that are reserved already. */
	readonly strategy: Strategy;
	readonly dryRun: boolean;
}
