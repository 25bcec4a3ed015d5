import type { Values } from '../shared/n8n/settings/setting';
import type { PolicyOverride, PolicyScope } from './core/choosePolicy';
import type { InvoicePolicy, PartialPolicy } from './core/policy';
import type { OverrideRow } from './properties/overrides';
import type { runOptions } from './properties/runOptions';

/** What the options say; milestone and partial deliveries are settings of their own. */
export const toPolicy = (
	read: Values<typeof runOptions>,
): Omit<InvoicePolicy, 'milestone' | 'partial'> => ({
	quantityTolerance: {
		units: read.quantityToleranceUnits,
		percent: read.quantityTolerancePercent,
		amount: read.quantityToleranceAmount,
	},
	priceTolerance: {
		units: null,
		percent: read.priceTolerancePercent,
		amount: read.priceToleranceAmount,
	},
	checksPriceList: read.checkPriceList,
	requiresTax: read.requireTax,
	fiscalPosition: read.fiscalPosition,
	customerFields: read.customerFields,
	holdTags: read.holdTags,
	creditHold: read.creditHold,
	disputeTags: read.disputeTags,
	holdsOpenReturns: !read.ignoreOpenReturns,
	credit: read.recheckCredit ? 'withinLimit' : 'off',
	proof: {
		accepted: read.acceptedProof,
		documents: read.proofDocuments,
		carrierStatusField: read.carrierStatusField,
		deliveredStatuses: read.deliveredStatuses,
		automaticAfterDays: read.provenAfterDays > 0 ? read.provenAfterDays : null,
	},
	allowsCreditNotes: read.allowCreditNotes,
	downPayments: read.downPayments,
	invoiceDate: read.invoiceDate,
	cutOff: { date: read.cutOffDate, then: read.afterCutOff },
	consolidates: read.consolidate,
	consolidatesTerms: read.consolidateTerms,
});

export const toPartial = (kind: PartialPolicy['kind'], value: number): PartialPolicy =>
	kind === 'minimumValue' ? { kind, value } : { kind };

/** A row without a customer is for nobody. */
export const toOverride = (row: OverrideRow): PolicyOverride[] => {
	const scope = toScope(row);
	const { milestone, partial, minimumValue, consolidation } = row;
	const changes = {
		...(milestone === 'standard' ? {} : { milestone }),
		...(partial === 'standard' ? {} : { partial: toPartial(partial, minimumValue) }),
		...(consolidation === 'standard' ? {} : { consolidates: consolidation === 'together' }),
	};
	return scope === null ? [] : [{ scope, changes }];
};

const toScope = ({ scope, customer, tag }: OverrideRow): PolicyScope | null => {
	if (scope !== 'customer') return { kind: scope, tag };
	return customer === null ? null : { kind: scope, customerId: customer };
};
