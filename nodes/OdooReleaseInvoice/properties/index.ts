import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../../shared/n8n/orderParameter';
import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { itemOptions } from './itemOptions';
import { operationSetting } from './operation';
import { policySettings } from './policy';
import { reconcileSettings } from './reconcile';
import { runOptions } from './runOptions';

const byLabel = (a: INodeProperties, b: INodeProperties): number =>
	a.displayName.localeCompare(b.displayName);

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: propertiesOf([...runOptions, ...itemOptions]).sort(byLabel),
};

const forOperation = (
	operation: string,
	properties: readonly INodeProperties[],
): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...property.displayOptions?.show, operation: [operation] },
		},
	}));

export const properties: INodeProperties[] = [
	operationSetting.property,
	...forOperation('release', [orderParameter, ...propertiesOf(policySettings), options]),
	...forOperation('reconcile', propertiesOf(reconcileSettings)),
];
