import { z } from 'zod';

import { choiceSetting, textSetting } from '../../shared/n8n/settings/kinds';
import { readBy, type ValueOf } from '../../shared/n8n/settings/setting';
import { caseOptions } from './cases';

const source = choiceSetting({
	displayName: 'Exception',
	name: 'source',
	type: 'options',
	options: [
		{
			name: 'Allocation',
			value: 'allocation',
			description: 'The decision of Odoo Allocate Stock',
		},
		{ name: 'Chosen Case', value: 'named', description: 'A case that the workflow chooses' },
		{
			name: 'Classification',
			value: 'classification',
			description: 'The label from Odoo AI Classify',
		},
		{ name: 'Credit', value: 'credit', description: 'The decision of Odoo Credit Check' },
		{ name: 'Failure', value: 'failure', description: 'An error from an earlier node' },
		{
			name: 'From the Item',
			value: 'auto',
			description:
				'Whatever the item carries: an error, or the "no" of the last node that made a decision',
		},
		{ name: 'Invoice', value: 'invoice', description: 'The decision of Odoo Release Invoice' },
	],
	default: 'auto',
	description: 'What makes the item an exception',
});

export type Source = ValueOf<typeof source>;

const WHEN_CHOSEN = { show: { source: ['named'] } };

/** A code that is no case is still an exception, so any text is taken. */
const caseCode = readBy(
	{
		displayName: 'Case',
		name: 'caseCode',
		type: 'options',
		options: caseOptions,
		default: 'OTHER',
		displayOptions: WHEN_CHOSEN,
		description: 'The case to raise',
	},
	z.string({ invalid_type_error: 'choose one of the cases' }),
);

const explanation = textSetting({
	displayName: 'Explanation',
	name: 'explanation',
	type: 'string',
	default: '',
	placeholder: 'e.g. Customer asked for another address',
	displayOptions: WHEN_CHOSEN,
	description: 'What happened, in words for the owner',
});

export const exceptionSettings = [source, caseCode, explanation] as const;
