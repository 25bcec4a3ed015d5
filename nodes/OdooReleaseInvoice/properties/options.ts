import type { INodeProperties } from 'n8n-workflow';

import { optionsSetting } from '../../shared/n8n/settings/groups';
import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { itemOptions } from './itemOptions';
import { runOptions } from './runOptions';

const options = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
} as const;

export const runOptionsSetting = optionsSetting(options, runOptions);
export const itemOptionsSetting = optionsSetting(options, itemOptions);

/** The editor shows both as one. */
export const optionsProperty: INodeProperties = {
	...options,
	options: propertiesOf([...runOptions, ...itemOptions]).sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
};
