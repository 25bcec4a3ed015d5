import type { IExecuteFunctions } from 'n8n-workflow';

import type { OdooClient } from '../odoo/OdooClient';
import { openClient } from './openClient';
import { readTimeLimit } from './settings/timeLimit';

/** The client of a node's run over its items, which ends with the node's Time Limit. @throws NodeOperationError */
export const openRunClient = async (
	context: IExecuteFunctions,
	options: { readonly batchSize?: number } = {},
): Promise<OdooClient> =>
	await openClient(context, { ...options, budgetMs: readTimeLimit(context) });
