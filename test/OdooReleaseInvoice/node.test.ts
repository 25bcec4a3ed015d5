import { OdooReleaseInvoice } from '../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { gateOptions } from '../../nodes/OdooReleaseInvoice/gateOptions';
import { invoiceOptions } from '../../nodes/OdooReleaseInvoice/invoiceOptions';
import { options, toPolicyOptions } from '../../nodes/OdooReleaseInvoice/options';
import { DEFAULT_POLICY, type InvoicePolicy } from '../../nodes/OdooReleaseInvoice/core/policy';
import { runNode } from '../support/engine';

const nobody = {
	url: 'http://127.0.0.1:9',
	database: 'none',
	apiKey: 'the-key',
	apiVersion: 'json2',
	companyId: 0,
};

const run = async (parameters: Record<string, never> | object) =>
	await runNode({
		type: new OdooReleaseInvoice(),
		parameters: parameters as never,
		input: [{ json: { order: { id: 1 } } }, { json: { order: { id: 2 } } }],
		credentials: { odooOrderToCashApi: nobody },
		onError: 'continueErrorOutput',
	});

describe('settings that cannot be read', () => {
	it.each([
		{
			when: 'a date is none',
			parameters: { options: { cutOffDate: 'soon' } },
			said: /'Options'.*cutOffDate is not a date/,
		},
		{
			when: 'a field name is none',
			parameters: { options: { carrierStatusField: 'x status' } },
			said: /'Options'.*carrierStatusField is not the technical name/,
		},
		{
			when: 'a milestone does not exist',
			parameters: { milestone: 'whenever' },
			said: /'Bill When'/,
		},
	])('bill nothing and say which when $when', async ({ parameters, said }) => {
		const { outputs } = await run(parameters);
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 2]);
		expect(outputs[3]?.map(({ json }) => json.error)).toMatchObject([
			{ message: expect.stringMatching(said) as string },
			{ message: expect.stringMatching(said) as string },
		]);
	});
});

describe('an Odoo that is not there', () => {
	it.each(['release', 'reconcile'])(
		'lets nothing pass on %s',
		async (operation) => {
			const { outputs } = await run({ operation });
			expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 2]);
			expect(outputs[3]?.map(({ json }) => json.error)).toMatchObject([
				{ class: 'unreachable' },
				{ class: 'unreachable' },
			]);
		},
		30_000,
	);
});

const policyOf = (set: object) => toPolicyOptions(options.parse(set));

describe('the options', () => {
	it('left alone make the standard policy', () => {
		expect(DEFAULT_POLICY).toMatchObject(policyOf({}));
	});

	it('of the editor are all read, and have the standard as their first value where they are tags', () => {
		const names = [...gateOptions, ...invoiceOptions].map(({ name }) => name);
		const readForItems = ['narration', 'proofOfDelivery', 'reference'];
		expect(names.filter((name) => !(name in options.shape)).sort()).toEqual(readForItems);
		expect(Object.keys(options.shape).filter((name) => !names.includes(name))).toEqual([]);
	});

	it.each<{ set: object; policy: Partial<InvoicePolicy> }>([
		{
			set: { cutOffDate: '2026-10-31T00:00:00.000+02:00', afterCutOff: 'nextDay' },
			policy: { cutOff: { date: '2026-10-31', then: 'nextDay' } },
		},
		{ set: { cutOffDate: '' }, policy: { cutOff: null } },
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
		expect(policyOf(set)).toMatchObject(policy);
	});
});
