import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { POLICIES } from './core/policies';
import { DEFAULT_SETTINGS, type AllocationSettings, type Substitution } from './odoo/settings';

const strategy = z.enum(['win', 'keep', 'improve', 'redistribute', 'fill', 'giveUp']);
const ids = z.array(z.coerce.number().int().positive());
const percent = z
	.number()
	.min(0)
	.max(100)
	.transform((value) => value / 100);

const criterion = z.enum([
	'customerTag',
	'margin',
	'orderDate',
	'orderPriority',
	'requestedDate',
	'value',
]);
const criteria = z
	.object({ by: z.array(z.object({ criterion })).default([]) })
	.transform(({ by }) => by.map((row) => row.criterion));

const customerClass = z
	.object({
		tags: ids.default([]),
		strategy: z.union([strategy, z.literal('asForAll').transform(() => null)]).default('asForAll'),
		weight: z.number().nonnegative().default(1),
	})
	.transform(({ tags, ...row }) => ({ tagIds: tags, ...row }));

const productQuantity = z
	.object({
		id: z.object({ value: z.coerce.number().int().positive() }),
		quantity: z.number().nonnegative(),
	})
	.transform(({ id, quantity }) => [id.value, quantity] as const);

const SUBSTITUTION = {
	none: { kind: 'none' },
	sameTemplate: { kind: 'sameTemplate' },
	optional_product_ids: { kind: 'field', field: 'optional_product_ids' },
} as const satisfies { readonly [name: string]: Substitution };

const options = z.object({
	classes: z.object({ class: z.array(customerClass).default([]) }).default({}),
	customerCap: percent.default(100),
	receiptDays: z.number().nonnegative().default(DEFAULT_SETTINGS.receiptDays),
	minimumFill: percent.default(0),
	minimumValue: z.number().nonnegative().default(0),
	otherWarehouses: z.boolean().default(false),
	orderMultiples: z.object({ product: z.array(productQuantity).default([]) }).default({}),
	protectedStock: z.object({ product: z.array(productQuantity).default([]) }).default({}),
	step: z.enum(['wholeUnits', 'smallestQuantity']).default('wholeUnits'),
	replaces: z.boolean().default(false),
	rushTags: ids.default([]),
	shipComplete: z.enum(['asOrdered', 'always', 'never']).default('asOrdered'),
	splitLimit: z.number().int().min(1).default(1),
	substitution: z.enum(['none', 'sameTemplate', 'optional_product_ids']).default('none'),
	updatesTransfers: z.boolean().default(false),
});

const parameters = z.object({
	policy: z.enum(['fairShare', 'firstCome', 'greatestValue', 'priority']),
	criteria,
	scope: z.enum(['run', 'openDemand']),
	strategy,
	remainder: z.enum(['warn', 'split', 'manual']),
	dryRun: z.boolean(),
	options,
});

/** The settings of the run: one plan is made for all items, so the first item's count. @throws NodeOperationError */
export const readSettings = (context: IExecuteFunctions): AllocationSettings => {
	const names = Object.keys(parameters.shape);
	// A parameter that the policy hides has no value.
	const raw = Object.fromEntries(
		names.map((name) => [name, context.getNodeParameter(name, 0, name === 'criteria' ? {} : null)]),
	);
	const parsed = parameters.safeParse(raw);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new NodeOperationError(
			context.getNode(),
			`The parameter '${issue?.path.join(' › ')}' cannot be used as it is`,
			{
				description: issue?.message,
			},
		);
	}
	const {
		policy,
		criteria: chosen,
		scope,
		strategy: general,
		remainder,
		dryRun,
		options: chosenOptions,
	} = parsed.data;
	const {
		classes,
		orderMultiples,
		protectedStock,
		rushTags,
		substitution,
		customerCap,
		minimumFill,
		minimumValue,
		splitLimit,
		...rest
	} = chosenOptions;
	return {
		...rest,
		rules: { policy, customerCap, minimumFill, minimumValue, splitLimit },
		criteria: POLICIES[policy].sortedBy ?? chosen,
		scope,
		strategy: general,
		remainder,
		dryRun,
		classes: classes.class,
		orderMultiples: new Map(orderMultiples.product),
		protectedStock: new Map(protectedStock.product),
		rushTagIds: rushTags,
		substitution: SUBSTITUTION[substitution],
	};
};
