import type { CaseCode } from '../../../shared/cases/core/taxonomy';

/** Why a line, or a whole order, got less than it asked for. */
export interface Reason {
	/** Stands in the item and never changes. */
	readonly code: string;
	readonly label: string;
	/** For people, after the label. */
	readonly sentence: string;
	/** The case that it stands for; null where the status of the allocation decides. */
	readonly case: CaseCode | null;
}
