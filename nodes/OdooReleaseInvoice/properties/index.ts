import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../../shared/n8n/orderParameter';
import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { onlyTimeLimit } from '../../shared/n8n/settings/timeLimit';
import { operationSetting } from './operation';
import { optionsProperty } from './options';
import { policySettings } from './policy';
import { reconcileSettings } from './reconcile';

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
	...forOperation('release', [orderParameter, ...propertiesOf(policySettings), optionsProperty]),
	...forOperation('reconcile', propertiesOf([...reconcileSettings, onlyTimeLimit])),
];
