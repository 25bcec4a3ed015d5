import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

const operation = z.enum(['release', 'reconcile']);

export const readOperation = (context: IExecuteFunctions): z.output<typeof operation> =>
	operation.parse(context.getNodeParameter('operation', 0));
