import { z } from 'zod';

import { DEFAULT_POLICY, type InvoicePolicy } from './core/policy';

const limit = z.number().nonnegative().optional();
const names = z.array(z.string().trim()).transform((list) => list.filter((name) => name !== ''));
/** n8n writes a date as ISO 8601 with or without a time; an expression may give a luxon date. */
const day = z
	.preprocess(
		(value) => String(value ?? '').slice(0, 10),
		z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'is not a date'),
	)
	.transform((text) => text || null);

export const options = z.object({
	acceptedProof: z
		.array(z.enum(['signature', 'attachment', 'carrierStatus', 'itemField']))
		.optional(),
	afterCutOff: z.enum(['hold', 'nextDay']).default('hold'),
	allowCreditNotes: z.boolean().default(false),
	carrierStatusField: z
		.string()
		.trim()
		.regex(/^\w*$/, 'is not the technical name of a field')
		.default(''),
	checkPriceList: z.boolean().default(false),
	consolidate: z.boolean().default(false),
	customerFields: z.array(z.enum(['address', 'email', 'paymentTerm', 'vat'])).default([]),
	cutOffDate: day,
	deliveredStatuses: names.optional(),
	disputeTags: names.optional(),
	downPayments: z.enum(['deductFirst', 'deductLast', 'hold']).default('deductLast'),
	fiscalPosition: z.enum(['ignore', 'foreign', 'always']).default('ignore'),
	holdTags: names.optional(),
	ignoreOpenReturns: z.boolean().default(false),
	invoiceDate: z.enum(['today', 'lastDelivery', 'endOfMonth']).default('today'),
	priceToleranceAmount: limit,
	priceTolerancePercent: limit,
	provenAfterDays: z.number().nonnegative().default(0),
	quantityToleranceAmount: limit,
	quantityTolerancePercent: limit,
	quantityToleranceUnits: limit,
	recheckCredit: z.boolean().default(false),
	requireTax: z.boolean().default(false),
	send: z.boolean().default(false),
});

export type PolicyOptions = Omit<InvoicePolicy, 'milestone' | 'partial'>;

export const toPolicyOptions = (read: z.output<typeof options>): PolicyOptions => ({
	quantityTolerance: {
		units: read.quantityToleranceUnits ?? null,
		percent: read.quantityTolerancePercent ?? null,
		amount: read.quantityToleranceAmount ?? null,
	},
	priceTolerance: {
		units: null,
		percent: read.priceTolerancePercent ?? null,
		amount: read.priceToleranceAmount ?? null,
	},
	checksPriceList: read.checkPriceList,
	requiresTax: read.requireTax,
	fiscalPosition: read.fiscalPosition,
	customerFields: read.customerFields,
	holdTags: read.holdTags ?? DEFAULT_POLICY.holdTags,
	disputeTags: read.disputeTags ?? DEFAULT_POLICY.disputeTags,
	holdsOpenReturns: !read.ignoreOpenReturns,
	credit: read.recheckCredit ? 'withinLimit' : 'off',
	proof: {
		accepted: read.acceptedProof ?? DEFAULT_POLICY.proof.accepted,
		deliveredStatuses: read.deliveredStatuses ?? DEFAULT_POLICY.proof.deliveredStatuses,
		automaticAfterDays: read.provenAfterDays > 0 ? read.provenAfterDays : null,
	},
	allowsCreditNotes: read.allowCreditNotes,
	downPayments: read.downPayments,
	invoiceDate: read.invoiceDate,
	cutOff: read.cutOffDate === null ? null : { date: read.cutOffDate, then: read.afterCutOff },
	consolidates: read.consolidate,
});
