import { dryRunSetting } from '../../shared/n8n/settings/dryRun';
import { choiceSetting, numberSetting } from '../../shared/n8n/settings/kinds';
import { belowMinimumValue } from '../core/rules/belowMinimumValue';
import { deliveryIncomplete } from '../core/rules/deliveryIncomplete';
import { milestone } from '../core/rules/milestone';
import { overridesSetting } from './overrides';

/** When an order is invoiced: by default, and for some customers and orders. */
export const policySettings = [
	choiceSetting(milestone.options.milestone),
	choiceSetting(deliveryIncomplete.options.partial),
	numberSetting(belowMinimumValue.options.minimumValue),
	overridesSetting,
	dryRunSetting(),
] as const;
