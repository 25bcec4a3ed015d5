import type { INode } from 'n8n-workflow';

import { milestone } from '../../nodes/OdooReleaseInvoice/core/rules/milestone';
import { OdooReleaseInvoice } from '../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { runNode } from '../support/engine';

const nobody = {
	url: 'http://127.0.0.1:9',
	database: 'none',
	apiKey: 'the-key',
	apiVersion: 'json2',
	companyId: 0,
};

const run = async (
	parameters: INode['parameters'],
	onError: INode['onError'] = 'continueErrorOutput',
) =>
	await runNode({
		type: new OdooReleaseInvoice(),
		parameters,
		input: [{ json: { order: { id: 1 } } }, { json: { order: { id: 2 } } }],
		credentials: { odooOrderToCashApi: nobody },
		onError,
	});

describe('settings that cannot be used', () => {
	it.each([
		{
			when: 'a date is none',
			parameters: { options: { cutOffDate: 'soon' } },
			said: "'Options › Closed Books: Last Day' cannot be used: it has to be a date",
		},
		{
			when: 'a field name is none',
			parameters: { options: { carrierStatusField: 'x status' } },
			said: "'Options › Carrier Status Field' cannot be used: it has to be the technical name of a field",
		},
		{
			when: 'a milestone does not exist',
			parameters: { milestone: 'whenever' },
			said: "'Invoice When' cannot be used: choose",
		},
		{
			when: 'a customer is named by no ID',
			parameters: {
				specialPolicies: {
					policies: [{ scope: 'customer', customer: { mode: 'id', value: 'Azure' } }],
				},
			},
			said: "'Overrides › Customer' cannot be used",
		},
		{
			when: 'the days to look back have no end',
			parameters: { operation: 'reconcile', lookBackDays: 40_000 },
			said: "'Look Back (Days)' cannot be used: the most is 36,500",
		},
	])('invoice nothing and say which when $when', async ({ parameters, said }) => {
		const { outputs } = await run(parameters);
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 2]);
		expect(outputs[3]?.map(({ json }) => json.error)).toMatchObject([
			{ class: 'input', message: expect.stringContaining(said) as string },
			{ class: 'input', message: expect.stringContaining(said) as string },
		]);
	});
});

describe('an operation that does not exist', () => {
	it.each([
		{ onError: 'continueErrorOutput', waits: [0, 0, 0, 2] },
		{ onError: 'continueRegularOutput', waits: [0, 2, 0] },
	] as const)('lets nothing pass with $onError', async ({ onError, waits }) => {
		const { outputs } = await run({ operation: 'nonsense' }, onError);
		expect(outputs.map((items) => items.length)).toEqual(waits);
		for (const { json } of outputs.flat())
			expect(json.error).toMatchObject({
				message: expect.stringContaining("'Operation' cannot be used: choose") as string,
			});
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

it.each(milestone.options.milestone.options)(
	'names on the canvas when it invoices: $name',
	({ name, value }) => {
		expect(new OdooReleaseInvoice().description.subtitle).toContain(`"${value}":"${name}"`);
	},
);
