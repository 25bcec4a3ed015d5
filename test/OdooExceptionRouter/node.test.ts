import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { OdooExceptionRouter } from '../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { readSign } from '../../nodes/OdooExceptionRouter/signs/readSign';
import type { SignParameters } from '../../nodes/OdooExceptionRouter/parameters';
import type { Source } from '../../nodes/OdooExceptionRouter/properties/exception';
import { diagnose } from '../../nodes/OdooExceptionRouter/core/diagnose';
import { calendarOf } from '../../nodes/OdooExceptionRouter/calendar';
import { REASON_CASES } from '../../nodes/OdooExceptionRouter/reasonCases';
import { properties } from '../../nodes/OdooExceptionRouter/properties';
import { timeZone } from '../../nodes/OdooExceptionRouter/properties/calendar';
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
			message:
				"'Time Zone' cannot be used: there is no such time zone; write it like Europe/Berlin",
		},
		{
			when: 'no day is a working day',
			parameters: { workingDays: [] },
			message: "'Working Days' cannot be used: choose at least one day",
		},
		{
			when: 'work ends before it starts',
			parameters: { workStarts: '17:00', workEnds: '09:00' },
			message: "'Work Ends' cannot be used: work has to end after it starts",
		},
		{
			when: 'a time is no time',
			parameters: { workStarts: '9am' },
			message: "'Work Starts' cannot be used: write it as hours and minutes, for example 08:30",
		},
		{
			when: 'a holiday is no date',
			parameters: { holidays: { days: [{ from: '2026-13-45', to: '' }] } },
			message: "'Holidays › First Day' cannot be used: it has to be a date",
		},
		{
			when: 'a holiday ends before it begins',
			parameters: { holidays: { days: [{ from: '2026-12-26', to: '2026-12-24' }] } },
			message: "'Holidays' cannot be used: the last day is before the first",
		},
		{
			when: 'an override is for no case',
			parameters: {
				overrides: {
					rules: [{ code: 'NOPE', owner: 'builtIn', severity: 'builtIn', slaHours: 0 }],
				},
			},
			message: "'Overrides › Case' cannot be used: choose one of the cases",
		},
		{
			when: 'a deadline lies years away',
			parameters: {
				overrides: {
					rules: [{ code: 'OTHER', owner: 'builtIn', severity: 'builtIn', slaHours: 1e6 }],
				},
			},
			message: "'Overrides › Working Hours to Deadline' cannot be used: the most is 8,760",
		},
		{
			when: 'a user id is no number',
			parameters: { financeOwner: { __rl: true, mode: 'id', value: 'anna' } },
			message:
				"'Finance Owner' cannot be used: 'anna' is not the ID of a user; choose By Login for a login",
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
	diagnose(readSign(json, settings(source)), REASON_CASES).code;

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

describe('the words of a reason', () => {
	const textsOf = (json: IDataObject) =>
		diagnose(readSign(json, settings('auto')), REASON_CASES).reasons.map(({ text }) => text);
	it.each<{ when: string; json: IDataObject; says: string[] }>([
		{
			when: 'the node wrote a sentence, are that sentence',
			json: {
				credit: {
					decision: 'onHold',
					reasons: [
						{ code: 'limit_exceeded', message: 'Too much', actual: 359.04, threshold: 342 },
					],
				},
			},
			says: ['Too much'],
		},
		{
			when: 'there is no sentence, are the code and the figures in words',
			json: {
				credit: {
					decision: 'onHold',
					reasons: [{ code: 'slow_payer', reaction: 'hold', daysLate: 1234.5 }, 'first_order'],
				},
			},
			says: ['slow payer (days late 1,234.5)', 'first order'],
		},
		{
			when: 'there is no reason, are the decision',
			json: { credit: { decision: 'onHold', reasons: [] } },
			says: ['The credit check said “on hold” and gave no reason'],
		},
		{
			when: 'stock is short, say why and when it is expected',
			json: {
				allocation: {
					status: 'short',
					lines: [
						{
							product: { id: 1, name: 'Desk' },
							unit: 'Units',
							asked: 5000,
							allocated: 2,
							short: 4998,
							expected: '2026-12-04T10:00:00Z',
							reason: 'othersFirst',
						},
						{ product: 'Chair', asked: 1, short: 1, expected: '12/04/2026', reason: 'noStock' },
						{
							product: 'Lamp',
							asked: 1,
							allocated: 0,
							short: 1,
							expected: 'soon',
							reason: 'noStock',
						},
					],
				},
			},
			says: [
				'Desk: 2 of 5,000 Units allocated, 4,998 short, expected Dec 4, 2026 (stock went to orders with higher priority)',
				'Chair: 0 of 1 allocated, 1 short',
				'Lamp: 0 of 1 allocated, 1 short',
			],
		},
		{
			when: 'a text is labelled, name the label',
			json: { classification: label },
			says: ['The text was classified as “Price dispute” (90% certain)'],
		},
		{
			when: 'a label is the workflow’s own, are its words',
			json: { classification: { ...label, label: 'warranty_claim', confidence: 1 } },
			says: ['The text was classified as “warranty claim” (100% certain)'],
		},
	])('when $when', ({ json, says }) => expect(textsOf(json)).toEqual(says));
});

describe('the settings in the editor', () => {
	it('name the cases, and store their codes', () => {
		const find = (name: string) => properties.find((property) => property.name === name);
		expect(find('caseCode')?.options).toContainEqual({
			name: 'Credit: credit limit exceeded',
			value: 'CREDIT_LIMIT',
			description: expect.stringMatching(/^Collect open invoices/),
		});
		expect(JSON.stringify(find('overrides')?.options)).toContain('"Credit: credit limit exceeded"');
	});
});

describe('the calendar', () => {
	const values = {
		timeZone: '',
		workingDays: [1, 2, 3, 4, 5],
		workStarts: 540,
		workEnds: 1020,
		holidays: [
			{ from: '2026-12-24', to: '2026-12-26' },
			{ from: '2027-01-01', to: null },
		],
	};

	it("is in the workflow's time zone when the node names none", () => {
		expect(calendarOf(values, 'Europe/Berlin')).toEqual({
			timeZone: 'Europe/Berlin',
			weekdays: [1, 2, 3, 4, 5],
			startsAt: 540,
			endsAt: 1020,
			holidays: ['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-01'],
		});
		expect(calendarOf({ ...values, timeZone: 'UTC' }, 'Europe/Berlin').timeZone).toBe('UTC');
	});

	it.each([
		[null, ''],
		[' UTC ', 'UTC'],
	])('reads the time zone %j as %j', (given, zone) => {
		expect(timeZone.read(given, [])).toBe(zone);
	});

	it('is refused when the time zone of the workflow does not exist', () => {
		expect(() => calendarOf(values, 'Mars/Base')).toThrow(
			"'Time Zone' cannot be used: there is no such time zone",
		);
	});
});
