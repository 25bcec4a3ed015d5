import type { FunctionsBase, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { isEventType } from './core/eventTypes';
import type { EventQuery } from './odoo/eventSource';

/** What matters to the steps behind a confirmed order. */
export const DEFAULT_WATCHED = [
	'amount_total',
	'commitment_date',
	'partner_invoice_id',
	'partner_shipping_id',
	'payment_term_id',
];

const ids = z.array(z.coerce.number().int().positive()).default([]);

const schema = z.object({
	events: z.array(z.string().refine(isEventType)).min(1),
	holdTag: z.string().trim().min(1),
	overdueDays: z.coerce.number().int().min(0).max(3650),
	watchedFields: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)),
	receive: z.enum(['sweep', 'webhookAndSweep']),
	processExisting: z.boolean(),
	existingDays: z.coerce.number().int().min(1).max(3650),
	filters: z.object({
		companyIds: ids,
		warehouseIds: ids,
		teamIds: ids,
		customerTagIds: ids,
		minimumTotal: z.coerce.number().nonnegative().default(0),
	}),
	options: z.object({
		overlapSeconds: z.coerce.number().int().min(10).max(900).default(150),
		mostEvents: z.coerce.number().int().min(1).max(5000).default(1000),
		redeliver: z.enum(['auto', 'always', 'never']).default('auto'),
		redeliverMinutes: z.coerce.number().min(1).max(1440).default(15),
	}),
});

export type TriggerParameters = z.output<typeof schema>;

type ParameterContext = Pick<FunctionsBase, 'getNode'> & Pick<IPollFunctions, 'getNodeParameter'>;

/** @throws NodeOperationError that names the parameter to correct */
export const readParameters = (context: ParameterContext): TriggerParameters => {
	const parsed = schema.safeParse({
		events: context.getNodeParameter('events', []),
		holdTag: context.getNodeParameter('holdTag', 'Credit Hold'),
		overdueDays: context.getNodeParameter('overdueDays', 0),
		watchedFields: context.getNodeParameter('watchedFields', DEFAULT_WATCHED),
		receive: context.getNodeParameter('receive', 'sweep'),
		processExisting: context.getNodeParameter('processExisting', false),
		existingDays: context.getNodeParameter('existingDays', 7),
		filters: context.getNodeParameter('filters', {}),
		options: context.getNodeParameter('options', {}),
	});
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new NodeOperationError(
		context.getNode(),
		`'${issue?.path.join('.') ?? ''}' cannot be used: ${issue?.message ?? ''}`,
		{
			description: 'Open the trigger and correct the parameter.',
		},
	);
};

/** What to look for in Odoo. @param scope the trigger's own part of the memory in Odoo */
export const toQuery = (
	{ events, filters, holdTag, overdueDays, watchedFields }: TriggerParameters,
	scope: string,
): EventQuery => ({
	types: events,
	filter: filters,
	scope,
	holdTag,
	overdueDays,
	watchedFields,
});
