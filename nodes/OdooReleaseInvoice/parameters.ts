import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { PolicyBook, PolicyScope, SpecialPolicy } from './core/choosePolicy';
import { DEFAULT_POLICY, type InvoicePolicy, type PartialPolicy } from './core/policy';
import type { InvoicingNeeds } from './odoo/readInvoicing';
import { options, toPolicyOptions } from './options';

const milestone = z.enum(['onOrder', 'shipped', 'fullyShipped', 'proofOfDelivery']);
const partialKind = z.enum(['eachDelivery', 'whenComplete', 'minimumValue']);
const asStandard = z.literal('standard').transform(() => undefined);
const customer = z
	.object({ value: z.union([z.string(), z.number()]).nullish() })
	.transform(({ value }) => Number(value ?? 0))
	.default({ value: 0 });

const specialPolicy = z.object({
	scope: z.enum(['customer', 'customerTag', 'orderTag']).default('customer'),
	customer,
	tag: z.string().trim().default(''),
	milestone: z.union([asStandard, milestone]).optional(),
	partial: z.union([asStandard, partialKind]).optional(),
	minimumValue: z.number().nonnegative().default(100),
	consolidation: z.union([asStandard, z.enum(['together', 'separate'])]).optional(),
});

const parameters = z.object({
	milestone,
	partial: partialKind,
	minimumValue: z.number().nonnegative().default(100),
	specialPolicies: z.object({ policies: z.array(specialPolicy).default([]) }),
	options,
	dryRun: z.boolean(),
});

export interface ReleaseParameters {
	readonly policies: PolicyBook;
	readonly needs: InvoicingNeeds;
	readonly dryRun: boolean;
	readonly sends: boolean;
}

const NAMES = {
	milestone: 'Bill When',
	partial: 'Partial Deliveries',
	minimumValue: 'Minimum Value',
	specialPolicies: 'Special Policies',
	options: 'Options',
	dryRun: 'Dry Run',
};

/** The settings of the run: the same for all items. @throws NodeOperationError that names the parameter to correct */
export const readReleaseParameters = (context: IExecuteFunctions): ReleaseParameters => {
	const raw = {
		...readAll(
			context,
			Object.keys(parameters.shape).filter((name) => name !== 'options'),
		),
		options: readOptions(context),
	};
	const parsed = parameters.safeParse(raw);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const name = Object.entries(NAMES).find(([key]) => key === issue?.path[0])?.[1] ?? 'Options';
		throw new NodeOperationError(
			context.getNode(),
			`'${name}' cannot be read: ${issue?.path.slice(1).join(' ')} ${issue?.message}`.replace(
				/ +/g,
				' ',
			),
		);
	}
	const read = parsed.data;
	const standard: InvoicePolicy = {
		...DEFAULT_POLICY,
		...toPolicyOptions(read.options),
		milestone: read.milestone,
		partial: toPartial(read.partial, read.minimumValue),
	};
	const special = read.specialPolicies.policies.map(toSpecialPolicy);
	return {
		policies: { standard, special },
		needs: needsOf(standard, special, read.options.carrierStatusField),
		dryRun: read.dryRun,
		sends: read.options.send,
	};
};

/** A parameter that is hidden or not added has no value. */
const readAll = (
	context: IExecuteFunctions,
	names: readonly string[],
): { [name: string]: unknown } =>
	Object.fromEntries(
		names.map((name) => [
			name.replace('options.', ''),
			context.getNodeParameter(name, 0, null) ?? undefined,
		]),
	);

/** One by one, so that an expression that is meant for each item is not worked out for the first one here. */
const readOptions = (context: IExecuteFunctions) =>
	readAll(
		context,
		Object.keys(options.shape).map((name) => `options.${name}`),
	);

const toPartial = (kind: PartialPolicy['kind'], value: number): PartialPolicy =>
	kind === 'minimumValue' ? { kind, value } : { kind };

const toSpecialPolicy = (read: z.output<typeof specialPolicy>): SpecialPolicy => ({
	scope: toScope(read),
	overrides: {
		...(read.milestone ? { milestone: read.milestone } : {}),
		...(read.partial ? { partial: toPartial(read.partial, read.minimumValue) } : {}),
		...(read.consolidation ? { consolidates: read.consolidation === 'together' } : {}),
	},
});

const toScope = ({
	scope,
	customer: customerId,
	tag,
}: z.output<typeof specialPolicy>): PolicyScope =>
	scope === 'customer' ? { kind: scope, customerId } : { kind: scope, tag };

const needsOf = (
	standard: InvoicePolicy,
	special: readonly SpecialPolicy[],
	carrierStatusField: string,
): InvoicingNeeds => {
	const asksForProof = [standard, ...special.map(({ overrides }) => overrides)].some(
		(policy) => policy.milestone === 'proofOfDelivery',
	);
	const accepts = (source: 'attachment' | 'carrierStatus') =>
		asksForProof && standard.proof.accepted.includes(source);
	return {
		customerTags: special.some(({ scope }) => scope.kind === 'customerTag'),
		credit: standard.credit !== 'off',
		vat: standard.customerFields.includes('vat'),
		companyCountry: standard.fiscalPosition === 'foreign',
		attachments: accepts('attachment'),
		carrierStatusField:
			accepts('carrierStatus') && carrierStatusField !== '' ? carrierStatusField : null,
		priceList: standard.checksPriceList,
	};
};
