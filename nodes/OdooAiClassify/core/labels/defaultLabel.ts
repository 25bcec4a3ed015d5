import type { CaseCode } from '../../../shared/cases/core/taxonomy';
import type { Label } from '../label';

/** A label that every workflow has unless it chooses its own set. */
export interface DefaultLabel extends Label {
	/** What such a text is raised as. */
	readonly case: CaseCode;
}
