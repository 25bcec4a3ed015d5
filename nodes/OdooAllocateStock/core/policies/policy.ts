import type { Limits } from '../demand';
import type { OrderDraft } from '../draft';
import type { Criterion } from '../criteria';
import type { Shelf } from '../shelf';

/** Gives out what is on the shelf. @param drafts the first in the queue first */
export type Divide = (drafts: readonly OrderDraft[], shelf: Shelf, limits: Limits) => void;

/** Who gets the stock when there is not enough for all. */
export interface AllocationPolicy {
	/** Stands in workflows and never changes. */
	readonly code: string;
	readonly label: string;
	readonly description: string;
	/** What the queue is sorted by, the strongest first; null where the person chooses. */
	readonly sortedBy: readonly Criterion[] | null;
	readonly divide: Divide;
}
