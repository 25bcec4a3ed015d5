import type { IDataObject } from 'n8n-workflow';

import type { HttpExchange } from '../../../nodes/shared/odoo/OdooTransport';
import type { Credential, NodeCase, NodeRun } from '../nodeRun';
import type { Tables } from '../recorded/tables';

/** What a node is set to and given; the records are made in a real Odoo. */
export interface SceneRecords {
	readonly items: readonly IDataObject[];
	/** What a trigger remembers. */
	readonly memory?: IDataObject;
	/** Records that the node reads without finding them through the order. */
	readonly also?: { readonly [model: string]: readonly number[] };
}

/** One node with everything it may write switched on. */
export interface Scene {
	readonly name: string;
	readonly type: NodeCase['type'];
	readonly parameters: NodeCase['parameters'];
	/** Makes the records as an administrator. */
	readonly build: (exchange: HttpExchange, credential: Credential) => Promise<SceneRecords>;
	/** What the items of a run say and Odoo does not hold. */
	readonly falseClaims: (run: NodeRun, held: Tables) => string[];
	/** What all runs together did not bring, or brought twice. */
	readonly missing?: (runs: readonly NodeRun[]) => string[];
}
