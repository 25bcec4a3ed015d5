import ts from 'typescript';
import { Workflow, type INodeParameters, type INodeTypes, type IPollFunctions } from 'n8n-workflow';

import { EVENT_TYPES, isEventType } from '../../nodes/OdooOrderTrigger/core/eventTypes';
import { dueSourcesOf, sourcesOf } from '../../nodes/OdooOrderTrigger/odoo/eventSources';
import { OdooOrderTrigger } from '../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { readParameters } from '../../nodes/OdooOrderTrigger/parameters';
import { properties } from '../../nodes/OdooOrderTrigger/properties';
import { node } from '../support/engine';

const { description } = new OdooOrderTrigger();
const trigger = (parameters: INodeParameters) =>
	node('Trigger', description.name, { parameters: { events: ['orderConfirmed'], ...parameters } });

/** The trigger with these values; whatever else it has was never set. */
const read = (values: { readonly [path: string]: unknown }) =>
	readParameters({
		getNode: () => trigger({}),
		getWorkflow: () => ({ id: 'w', active: true }),
		getNodeParameter: (path: string, fallback: unknown) =>
			Object.hasOwn(values, path) ? values[path] : fallback,
	} as unknown as IPollFunctions);

describe('the parameters', () => {
	it('that nobody set have the values that the editor begins with', () => {
		const { query, ...rest } = read({});
		expect({ ...query, scope: '' }).toEqual({
			types: ['orderConfirmed'],
			watchedFields: [
				'amount_total',
				'commitment_date',
				'partner_invoice_id',
				'partner_shipping_id',
				'payment_term_id',
			],
			holdTag: 'Credit Hold',
			overdueDays: 0,
			filter: {
				companyIds: [],
				customerTagIds: [],
				minimumTotal: 0,
				teamIds: [],
				warehouseIds: [],
			},
			scope: '',
		});
		expect(rest).toEqual({
			receive: 'sweep',
			existingDays: 0,
			overlapSeconds: 150,
			mostEvents: 1000,
			redeliver: 'auto',
			redeliverMinutes: 15,
		});
	});

	it('look back only when that is wanted', () => {
		expect(read({ existingDays: 30 }).existingDays).toBe(0);
		expect(read({ existingDays: 30, processExisting: true }).existingDays).toBe(30);
		expect(read({ processExisting: true }).existingDays).toBe(7);
	});

	it('take a number that an expression gives as text', () => {
		expect(read({ overdueDays: '3' }).query.overdueDays).toBe(3);
		expect(read({ 'filters.companyIds': ['2'] }).query.filter.companyIds).toEqual([2]);
	});

	it.each([
		{ values: { events: [] }, says: "'Events'" },
		{ values: { events: ['orderEaten'] }, says: "'Events'" },
		{ values: { watchedFields: ['amount total'] }, says: "'Watched Field Names or IDs'" },
		{ values: { holdTag: ' ' }, says: "'Hold Tag'" },
		{ values: { 'options.overlapSeconds': 5 }, says: "'Options › Longest Transaction (Seconds)'" },
	])('are refused by their label: $says', ({ values, says }) => {
		expect(() => read(values)).toThrow(says);
	});

	it('keep the names and values that stand in workflows', () => {
		const names = properties.map(({ name, options = [] }) =>
			[name, ...options.map((of) => ('value' in of ? of.value : of.name)).sort()].join(' '),
		);
		expect(names).toEqual([
			'events creditLimitExceeded deliveryDone holdReleased invoiceOverdue invoicePaid invoicePosted orderCancelled orderChanged orderConfirmed quotationSent reservationFailed',
			'watchedFields',
			'holdTag',
			'overdueDays',
			'receive sweep webhookAndSweep',
			'processExisting',
			'existingDays',
			'filters companyIds customerTagIds minimumTotal teamIds warehouseIds',
			'options mostEvents overlapSeconds redeliver redeliverMinutes',
		]);
	});
});

describe('each event', () => {
	it.each(Object.keys(EVENT_TYPES).filter(isEventType))('%s shows in one source', (type) => {
		expect(sourcesOf([type]).length + dueSourcesOf([type]).length).toBe(1);
	});

	it.each(Object.values(EVENT_TYPES))('$label stands in the README', ({ label }) => {
		expect(ts.sys.readFile('README.md')).toContain(label);
	});
});

it('says on the canvas what starts the workflow, by name', () => {
	const events = ['orderConfirmed', 'reservationFailed'];
	const workflow = new Workflow({
		nodes: [trigger({ events })],
		connections: {},
		active: false,
		nodeTypes: { getByNameAndVersion: () => new OdooOrderTrigger() } as unknown as INodeTypes,
	});
	const subtitle = workflow.expression.getSimpleParameterValue(
		trigger({ events }),
		description.subtitle,
		'internal',
		{},
	);
	expect(subtitle).toBe('Order Confirmed, Stock Reservation Failed');
});
