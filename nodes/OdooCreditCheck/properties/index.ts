import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../../shared/n8n/orderParameter';
import { approvalProperty } from './approval';
import { effectProperties } from './effects';
import { optionsProperty } from './options';
import { policyProperties } from './policy';
import { rulesProperty } from './rules';
import { segmentsProperty } from './segments';

export const properties: INodeProperties[] = [
	orderParameter,
	...policyProperties,
	rulesProperty,
	segmentsProperty,
	approvalProperty,
	...effectProperties,
	optionsProperty,
];
