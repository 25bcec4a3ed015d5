import { z } from 'zod';

import { RULE_CODES } from './core/policy';

export const preset = z.enum(['lenient', 'standard', 'strict']);
export const limitSource = z.enum(['fixed', 'none', 'odoo']);
const code = z.enum(RULE_CODES);
const amount = z.number().finite().nonnegative();
const words = z.string().transform((list) =>
	list
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== ''),
);
const ids = z.array(z.union([z.string(), z.number()])).transform((list) => list.map(String));

/** n8n's date picker gives a moment; its calendar day is what was picked. */
const day = z
	.string()
	.transform((moment) => moment.slice(0, 10))
	.pipe(z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date')]))
	.transform((date) => date || null);

export const rules = z.object({
	rule: z
		.array(
			z.object({
				code,
				reaction: z.enum(['approve', 'ask', 'hold', 'off']),
				threshold: z.number().finite().default(0),
			}),
		)
		.default([]),
});

export const changes = {
	fixedLimit: amount.default(0),
	limitSource: limitSource.optional(),
	newCustomerDays: amount.optional(),
	preset: preset.optional(),
	temporaryAmount: amount.optional(),
	temporaryFrom: day.optional(),
	temporaryUntil: day.optional(),
	tolerance: amount.optional(),
};

const segments = z.object({
	segment: z
		.array(
			z.object({
				name: z.string().default(''),
				by: z.enum(['country', 'customer', 'customerTag', 'pricelist', 'riskClass', 'salesTeam']),
				countries: ids.optional(),
				customerTags: ids.optional(),
				pricelists: ids.optional(),
				salesTeams: ids.optional(),
				customers: words.optional(),
				riskClasses: words.optional(),
				changes: z.object(changes).default({}),
				rules: rules.default({}),
			}),
		)
		.default([]),
});

const approvalMatrix = z.object({
	row: z
		.array(
			z.object({
				level: z.string().trim().min(1),
				approvers: ids.default([]),
				bounds: z
					.object({
						upToTotal: amount.optional(),
						upToOverLimit: amount.optional(),
						segments: words.optional(),
						reasons: z.array(code).optional(),
					})
					.default({}),
			}),
		)
		.default([]),
});

const tagName = z.string().trim().min(1, 'is empty');

const options = z.object({
	approvalTag: tagName.default('Credit Approval Needed'),
	brokenPromisesField: z.string().trim().default(''),
	holdTag: tagName.default('Credit Hold'),
	holdTags: ids.default([]),
	creditGroup: z.enum(['none', 'parent', 'tag']).default('none'),
	groupTags: ids.default([]),
	groupLimit: amount.default(0),
	horizonDays: amount.nullable().default(null),
	policyName: z.string().trim().default(''),
	rateDate: day.default(''),
	riskClassField: z.string().trim().default('trust'),
	validityDays: amount.default(7),
	validityGrowth: amount.default(10),
	wantedData: z.array(z.string()).default(['country_id', 'email', 'street', 'vat']),
	zeroIsNoCredit: z.boolean().default(false),
	...changes,
});

/** Every parameter of the node but the order, as n8n gives it. */
export const parameters = z.object({
	preset,
	limitSource,
	fixedLimit: amount.default(0),
	rules,
	segments,
	approvalMatrix,
	writeNote: z.boolean(),
	setTags: z.boolean(),
	confirmQuotations: z.boolean(),
	releaseReservations: z.boolean(),
	dryRun: z.boolean(),
	options,
});

export type Parameters = z.output<typeof parameters>;
export type Changes = z.output<z.ZodObject<typeof changes>>;
export type Rules = z.output<typeof rules>;
