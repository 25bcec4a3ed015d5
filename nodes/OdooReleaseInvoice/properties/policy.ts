import { choiceSetting, flagSetting, numberSetting } from '../../shared/n8n/settings/kinds';
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
	flagSetting({
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to decide in full without writing anything to Odoo',
	}),
] as const;
