import { z } from 'zod';

import { choicesSetting, numberSetting, textSetting } from '../../shared/n8n/settings/kinds';
import { readBy } from '../../shared/n8n/settings/setting';
import { CREDIT_HOLD } from '../../shared/traces/core/tagNames';
import { EVENT_TYPES, isEventType } from '../core/eventTypes';

const eventChoices = Object.keys(EVENT_TYPES)
	.filter(isEventType)
	.map((value) => ({
		name: EVENT_TYPES[value].label,
		value,
		description: EVENT_TYPES[value].description,
	}))
	.sort((a, b) => a.name.localeCompare(b.name));

export const events = choicesSetting({
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['orderConfirmed'],
	options: eventChoices,
	description: 'What starts the workflow. Each event is one item.',
});

const fieldName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'each one has to be the name of a field');

export const watchedFields = readBy(
	{
		displayName: 'Watched Field Names or IDs',
		name: 'watchedFields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getOrderFields' },
		// What matters to the steps behind a confirmed order.
		default: [
			'amount_total',
			'commitment_date',
			'partner_invoice_id',
			'partner_shipping_id',
			'payment_term_id',
		],
		displayOptions: { show: { events: ['orderChanged'] } },
		description:
			'Fields of a sales order whose change is an event. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	z.array(fieldName, { invalid_type_error: 'it has to be a list' }),
);

export const holdTag = textSetting({
	displayName: 'Hold Tag',
	name: 'holdTag',
	type: 'string',
	required: true,
	default: CREDIT_HOLD,
	displayOptions: { show: { events: ['holdReleased'] } },
	description: 'Name of the sales order tag that means "on hold", as set by Odoo Credit Check',
});

export const overdueDays = numberSetting({
	displayName: 'Overdue by (Days)',
	name: 'overdueDays',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3650, numberPrecision: 0 },
	default: 0,
	displayOptions: { show: { events: ['invoiceOverdue'] } },
	description:
		'The event comes when the invoice is overdue by more days than this; 0 for its first day overdue',
});
