import type { OdooCall } from './OdooTransport';

/** Fields to read; a relation with a graph of its own is read along, one without as id or ids. */
export interface Graph {
	readonly [field: string]: null | Branch;
}

export interface Branch {
	readonly model: string;
	readonly fields: Graph;
}

/** Domain and paging, and the context when it is not the session's own. */
export type GraphQuery = Pick<OdooCall, 'args' | 'context'>;
