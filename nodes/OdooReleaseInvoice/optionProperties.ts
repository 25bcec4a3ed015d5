import type { INodeProperties } from 'n8n-workflow';

import { gateOptions } from './gateOptions';
import { invoiceOptions } from './invoiceOptions';

export const optionProperties: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [...gateOptions, ...invoiceOptions].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
};
