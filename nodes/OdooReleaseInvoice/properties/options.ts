import type { INodeProperties } from 'n8n-workflow';

import { OPTIONS, optionsSetting } from '../../shared/n8n/settings/groups';
import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { itemOptions } from './itemOptions';
import { runOptions } from './runOptions';

export const runOptionsSetting = optionsSetting(OPTIONS, runOptions);
export const itemOptionsSetting = optionsSetting(OPTIONS, itemOptions);

/** The editor shows both as one. */
export const optionsProperty: INodeProperties = {
	...OPTIONS,
	options: propertiesOf([...runOptions, ...itemOptions]).sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
};
