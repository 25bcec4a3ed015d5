import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../shared/n8n/outcomes';

/** What an operation says of each input item, in their order, and what it found beside them. */
export interface Answer {
	readonly outcomes: readonly Outcome[];
	readonly found: readonly IDataObject[];
}
