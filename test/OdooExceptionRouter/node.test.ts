import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { OdooExceptionRouter } from '../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { signOf } from '../../nodes/OdooExceptionRouter/itemSign';
import type { SignParameters, Source } from '../../nodes/OdooExceptionRouter/parameters';
import { diagnose } from '../../nodes/OdooExceptionRouter/core/diagnose';
import { REASON_CASES } from '../../nodes/OdooExceptionRouter/reasonCases';
import { runNode } from '../support/engine';

const nobody = {
	url: 'http://127.0.0.1:9',
	database: 'x',
	apiKey: 'the-key',
	apiVersion: 'json2',
	companyId: 0,
};
const run = async (
	input: INodeExecutionData[],
	parameters: INode['parameters'] = {},
	onError?: INode['onError'],
) =>
	await runNode({
		type: new OdooExceptionRouter(),
		parameters,
		input,
		credentials: { odooOrderToCashApi: nobody },
		onError,
	});

const item = (json: IDataObject = {}): INodeExecutionData => ({ json });

describe('a parameter that cannot be read', () => {
	it.each([
		{
			when: 'there is no such zone',
			parameters: { timeZone: 'Mars/Base' },
			message: "'Time Zone': there is no such time zone; write it like Europe/Berlin",
		},
		{
			when: 'no day is a working day',
			parameters: { workingDays: [] },
			message: "'Working Days': choose at least one day",
		},
		{
			when: 'work ends before it starts',
			parameters: { workStarts: '17:00', workEnds: '09:00' },
			message: "'Work Ends': work has to end after it starts",
		},
		{
			when: 'a time is no time',
			parameters: { workStarts: '9am' },
			message: "'Work Starts': write it as hours and minutes, for example 08:30",
		},
		{
			when: 'a holiday is no date',
			parameters: { holidays: { days: [{ from: '2026-13-45', to: '' }] } },
			message: "'Holidays': choose a date",
		},
		{
			when: 'a holiday ends before it begins',
			parameters: { holidays: { days: [{ from: '2026-12-26', to: '2026-12-24' }] } },
			message: "'Holidays': the last day lies before the first",
		},
		{
			when: 'a rule is for no case',
			parameters: {
				overrides: {
					rules: [{ code: 'NOPE', owner: 'builtIn', severity: 'builtIn', slaHours: 0 }],
				},
			},
			message: "'Own Rules': choose one of the cases",
		},
		{
			when: 'a user id is no number',
			parameters: { financeOwner: { __rl: true, mode: 'id', value: 'anna' } },
			message: "'Finance Owner': 'anna' is not the id of a user; choose By Login for a login",
		},
	])('names it and says what to do when $when', async ({ parameters, message }) => {
		const { error } = await run([item()], { dryRun: true, ...parameters });
		expect(error?.message).toContain(message);
	});

	it('fails its item alone, and the other one for its own reason', async () => {
		const { outputs } = await run(
			[item({ zone: 'UTC' }), item({ zone: 'Mars/Base' })],
			{ timeZone: '={{ $json.zone }}', dryRun: true },
			'continueErrorOutput',
		);
		expect(outputs.map((list) => list.length)).toEqual([0, 0, 0, 0, 0, 2]);
	});
});

describe('an Odoo that cannot be reached', () => {
	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'loses no item and routes none as a case, with %s',
		async (onError) => {
			const { outputs } = await run(
				[item({ order: { id: 1 }, credit: { decision: 'onHold' } }), item({ order: { id: 2 } })],
				{},
				onError,
			);
			const place = onError === 'continueErrorOutput' ? 5 : 4;
			expect(outputs.map((list) => list.length)).toEqual(
				[0, 0, 0, 0, 0, 0].slice(0, place).concat(2),
			);
			expect(outputs[place]?.[0]?.json).toMatchObject({
				order: { id: 1 },
				credit: { decision: 'onHold' },
				error: { class: 'unreachable', retryable: true },
			});
		},
	);
});

const settings = (source: Source): SignParameters => ({
	source,
	caseCode: 'SHIP_LATE',
	explanation: 'Because',
});
const caseOf = (json: IDataObject, source: Source = 'auto') =>
	diagnose(signOf(json, settings(source)), REASON_CASES).code;

const hold = {
	decision: 'onHold',
	reasons: [{ code: 'overdue_days', message: 'Overdue', reaction: 'hold' }],
};
const short = {
	status: 'short',
	lines: [
		{ product: { id: 1, name: 'Desk' }, asked: 2, allocated: 0, short: 2, reason: 'noStock' },
	],
	reason: null,
};
const heldInvoice = {
	decision: 'held',
	reasons: [{ code: 'proofOfDeliveryMissing', message: 'No proof' }],
};
const broken = { message: 'x', class: 'unreachable', retryable: true };
const label = { label: 'dispute_pricing', abstained: false, confidence: 0.9, reasons: [] };

describe('what makes an item an exception', () => {
	it.each<{ when: string; json: IDataObject; code: string; source?: Source }>([
		{ when: 'credit holds', json: { credit: hold }, code: 'CREDIT_OVERDUE' },
		{
			when: 'credit asks',
			json: { credit: { ...hold, decision: 'needsApproval' } },
			code: 'CREDIT_OVERDUE',
		},
		{
			when: 'stock is short',
			json: { credit: { decision: 'approved', reasons: [] }, allocation: short },
			code: 'STOCK_SHORT',
		},
		{
			when: 'stock is partial',
			json: { allocation: { ...short, status: 'partiallyAllocated' } },
			code: 'STOCK_PARTIAL',
		},
		{
			when: 'the order is cancelled',
			json: { allocation: { status: 'short', lines: [], reason: 'cancelled' } },
			code: 'INTAKE_STATE',
		},
		{
			when: 'the invoice is held',
			json: { allocation: short, invoice: heldInvoice },
			code: 'SHIP_PROOF',
		},
		{
			when: 'the reconciliation found it',
			json: {
				invoice: {
					decision: 'heldForReview',
					reasons: [{ code: 'shippedNotInvoiced', message: 'x' }],
				},
			},
			code: 'INVOICE_LATE',
		},
		{
			when: 'nothing is to be invoiced',
			json: {
				invoice: {
					decision: 'nothingToInvoice',
					reasons: [{ code: 'nothingToBill', message: 'x' }],
				},
			},
			code: 'INVOICE_NOTHING',
		},
		{
			when: 'nothing is to be invoiced and the stock is short',
			json: { allocation: short, invoice: { decision: 'nothingToInvoice', reasons: [] } },
			code: 'STOCK_SHORT',
		},
		{
			when: 'something broke after a no',
			json: { credit: hold, error: broken },
			code: 'INTEGRATION_UNREACHABLE',
		},
		{ when: 'the error is a bare text', json: { error: 'boom' }, code: 'INTEGRATION_OTHER' },
		{ when: 'a text is disputed', json: { classification: label }, code: 'DISPUTE_PRICING' },
		{
			when: 'credit holds and a text is disputed',
			json: { credit: hold, classification: label },
			code: 'CREDIT_OVERDUE',
		},
		{
			when: 'it is told to look at the text only',
			json: { credit: hold, classification: label },
			source: 'classification',
			code: 'DISPUTE_PRICING',
		},
		{
			when: 'the workflow names the case',
			json: { credit: hold },
			source: 'named',
			code: 'SHIP_LATE',
		},
		{
			when: 'reasons are bare codes',
			json: { credit: { decision: 'onHold', reasons: ['slow_payer'] } },
			code: 'CREDIT_RISK',
		},
		{
			when: 'reasons are no list',
			json: { credit: { decision: 'onHold', reasons: 'because' } },
			code: 'CREDIT_OTHER',
		},
		{
			when: 'everything was approved',
			json: {
				credit: { decision: 'approved', reasons: [] },
				allocation: { status: 'allocated', lines: [] },
				invoice: { decision: 'released', reasons: [] },
			},
			code: 'OTHER',
		},
		{
			when: 'the status is the name of a method',
			json: { allocation: { status: 'constructor' } },
			code: 'STOCK_OTHER',
		},
		{
			when: 'the decision is the name of the prototype',
			json: { credit: { decision: '__proto__' } },
			code: 'CREDIT_OTHER',
		},
		{ when: 'the item is empty', json: {}, code: 'OTHER' },
		{
			when: 'the keys hold rubbish',
			json: { credit: 7, allocation: [], invoice: 'x', classification: null, error: null },
			code: 'OTHER',
		},
	])('is $code when $when', ({ json, code, source }) => expect(caseOf(json, source)).toBe(code));
});
