import { optionsSetting } from '../../shared/n8n/settings/groups';
import { choiceSetting, numberSetting } from '../../shared/n8n/settings/kinds';
import { whenAdded } from '../../shared/n8n/settings/setting';
import {
	LIMIT_OPTIONS,
	newCustomerSetting,
	overdueMinimumSetting,
	PRESET_OPTIONS,
	temporaryLimitSettings,
	toleranceSetting,
} from './policy';
import { AMOUNT } from '../../shared/n8n/settings/bounds';

/** What an override puts in the place of the policy's own. */
export const changesSetting = optionsSetting(
	{
		displayName: 'Changes',
		name: 'changes',
		type: 'collection',
		default: {},
		placeholder: 'Add Change',
	},
	[
		numberSetting({
			displayName: 'Limit',
			name: 'fixedLimit',
			type: 'number',
			typeOptions: AMOUNT,
			default: 0,
			description: 'Used when the limit source is a fixed amount; zero means no credit',
		}),
		whenAdded(
			choiceSetting({
				displayName: 'Limit Source',
				name: 'limitSource',
				type: 'options',
				options: LIMIT_OPTIONS,
				default: 'odoo',
				description: 'Where the credit limit comes from; as above unless added',
			}),
		),
		newCustomerSetting,
		overdueMinimumSetting,
		whenAdded(
			choiceSetting({
				displayName: 'Policy',
				name: 'preset',
				type: 'options',
				options: PRESET_OPTIONS,
				default: 'standard',
				description: 'Another policy to start from; as above unless added',
			}),
		),
		...temporaryLimitSettings,
		toleranceSetting,
	],
);
