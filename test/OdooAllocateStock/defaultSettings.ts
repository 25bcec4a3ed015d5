import type { ParameterSource } from '../../nodes/shared/n8n/settings/readSettings';
import { readParameters } from '../../nodes/OdooAllocateStock/parameters';

/** A node as n8n holds it: what is not among the values was not set. */
export const nodeWith = (values: { readonly [path: string]: unknown }): ParameterSource => ({
	node: {
		id: '1',
		name: 'Odoo Allocate Stock',
		type: 'odooAllocateStock',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	},
	get: (path) => values[path],
});

/** The settings of a node in which nothing was changed. */
export const DEFAULT_SETTINGS = readParameters(nodeWith({}));
