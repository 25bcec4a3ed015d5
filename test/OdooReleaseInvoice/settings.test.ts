import type { InvoicePolicy } from '../../nodes/OdooReleaseInvoice/core/policy';
import { NO_NEEDS } from '../../nodes/OdooReleaseInvoice/core/needs';
import { properties } from '../../nodes/OdooReleaseInvoice/properties';
import { itemOptions } from '../../nodes/OdooReleaseInvoice/properties/itemOptions';
import { policySettings } from '../../nodes/OdooReleaseInvoice/properties/policy';
import { reconcileSettings } from '../../nodes/OdooReleaseInvoice/properties/reconcile';
import { runOptions } from '../../nodes/OdooReleaseInvoice/properties/runOptions';
import { DEFAULT_POLICY, settingsOf } from './invoicingOrder';

/** What the node does as long as nobody touches it: a promise to every workflow that runs it. */
const UNTOUCHED: InvoicePolicy = {
	milestone: 'shipped',
	partial: { kind: 'eachDelivery' },
	quantityTolerance: { units: null, percent: null, amount: null },
	priceTolerance: { units: null, percent: null, amount: null },
	checksPriceList: false,
	requiresTax: false,
	fiscalPosition: 'ignore',
	customerFields: [],
	holdTags: ['Credit Hold', 'Credit Approval Needed'],
	creditHold: 'invoiceShipped',
	disputeTags: ['Dispute'],
	holdsOpenReturns: true,
	credit: 'off',
	proof: {
		accepted: ['signature', 'attachment', 'carrierStatus', 'itemField'],
		documents: ['pod', 'proof', 'signed'],
		carrierStatusField: null,
		deliveredStatuses: ['delivered'],
		automaticAfterDays: null,
	},
	allowsCreditNotes: false,
	downPayments: 'deductLast',
	invoiceDate: 'today',
	cutOff: { date: null, then: 'hold' },
	consolidates: false,
	consolidatesTerms: false,
};

describe('the settings', () => {
	it('left alone make the standard policy', () => {
		expect(settingsOf()).toEqual({
			policies: { standard: UNTOUCHED, overrides: [] },
			needs: NO_NEEDS,
			dryRun: false,
			sends: false,
		});
	});

	it.each(
		[...policySettings, ...runOptions, ...itemOptions, ...reconcileSettings].map(
			(setting) => [setting.property.displayName, setting] as const,
		),
	)('can be used as the editor begins with: %s', (_label, { property, read }) => {
		expect(() => read(property.default, [])).not.toThrow();
	});

	it('are offered in alphabetical order where a person adds them', () => {
		const options = properties.find(({ name }) => name === 'options')?.options ?? [];
		const labels = options.map((option) => ('displayName' in option ? option.displayName : ''));
		expect(labels).toHaveLength(runOptions.length + itemOptions.length);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
	});
});

describe('the policy of the options', () => {
	it.each<{ set: object; policy: Partial<InvoicePolicy> }>([
		{
			set: { cutOffDate: '2026-10-31T00:00:00.000+02:00', afterCutOff: 'nextDay' },
			policy: { cutOff: { date: '2026-10-31', then: 'nextDay' } },
		},
		{ set: { cutOffDate: '' }, policy: { cutOff: { date: null, then: 'hold' } } },
		{
			set: { quantityToleranceUnits: 0 },
			policy: { quantityTolerance: { units: 0, percent: null, amount: null } },
		},
		{
			set: { priceTolerancePercent: 2, priceToleranceAmount: 1 },
			policy: { priceTolerance: { units: null, percent: 2, amount: 1 } },
		},
		{ set: { holdTags: [' Stop ', ''] }, policy: { holdTags: ['Stop'] } },
		{
			set: { provenAfterDays: 5 },
			policy: { proof: { ...DEFAULT_POLICY.proof, automaticAfterDays: 5 } },
		},
		{ set: { ignoreOpenReturns: true }, policy: { holdsOpenReturns: false } },
		{ set: { recheckCredit: true }, policy: { credit: 'withinLimit' } },
	])('$set', ({ set, policy }) => {
		const paths = Object.entries(set).map(([name, value]) => [`options.${name}`, value]);
		expect(settingsOf(Object.fromEntries(paths)).policies.standard).toMatchObject(policy);
	});
});

describe('the overrides', () => {
	const overridesOf = (...policies: readonly object[]) =>
		settingsOf({ specialPolicies: { policies } }).policies.overrides;

	it.each([
		{
			when: 'a customer is invoiced when complete',
			row: { scope: 'customer', customer: { mode: 'list', value: '14' }, partial: 'whenComplete' },
			override: {
				scope: { kind: 'customer', customerId: 14 },
				changes: { partial: { kind: 'whenComplete' } },
			},
		},
		{
			when: 'a tag is invoiced on order, together',
			row: { scope: 'orderTag', tag: ' Project ', milestone: 'onOrder', consolidation: 'together' },
			override: {
				scope: { kind: 'orderTag', tag: 'Project' },
				changes: { milestone: 'onOrder', consolidates: true },
			},
		},
		{
			when: 'a customer tag has a minimum value',
			row: { scope: 'customerTag', tag: 'Small', partial: 'minimumValue', minimumValue: 50 },
			override: {
				scope: { kind: 'customerTag', tag: 'Small' },
				changes: { partial: { kind: 'minimumValue', value: 50 } },
			},
		},
	])('$when', ({ row, override }) => expect(overridesOf(row)).toEqual([override]));

	it('are for nobody without a customer', () => {
		expect(overridesOf({ scope: 'customer', customer: { mode: 'list', value: '' } })).toEqual([]);
	});

	it('decide what is read', () => {
		const policies = [{ scope: 'customerTag', tag: 'Key', milestone: 'proofOfDelivery' }];
		const { needs } = settingsOf({
			specialPolicies: { policies },
			'options.carrierStatusField': 'x_status',
		});
		expect(needs).toEqual({
			...NO_NEEDS,
			customerTags: true,
			attachments: true,
			carrierStatusField: 'x_status',
		});
	});
});
