import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../../shared/n8n/orderParameter';
import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { approvalSetting } from './approval';
import {
	effectSettings,
	releasedBySetting,
	releasedDecisionSetting,
	releaseSetting,
} from './effects';
import { extraSetting } from './options';
import { overridesSetting } from './overrides';
import { policySettings } from './policy';
import { rulesSetting } from './rules';

/** Settings of the whole run. */
export const RUN_SETTINGS = [
	...policySettings,
	rulesSetting,
	overridesSetting,
	approvalSetting,
	...effectSettings,
	extraSetting,
] as const;

export const properties: INodeProperties[] = [
	orderParameter,
	...propertiesOf([
		...policySettings,
		rulesSetting,
		overridesSetting,
		approvalSetting,
		releasedBySetting,
		releaseSetting,
		releasedDecisionSetting,
		...effectSettings,
		extraSetting,
	]),
];
