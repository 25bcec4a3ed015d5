import { optionsSetting } from '../../shared/n8n/settings/groups';
import { timeLimitSetting } from '../../shared/n8n/settings/timeLimit';
import { customerCap, minimumFill, minimumValue, shipComplete, splitLimit, step } from './limits';
import { overrides } from './overrides';
import { orderMultiples, protectedStock } from './productQuantities';
import { otherWarehouses, receiptDays, replaces, substitution } from './shortages';
import { rushTags, updatesTransfers } from './transfers';

/** Alphabetical, as n8n shows them. */
export const options = optionsSetting(
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
	},
	[
		customerCap,
		receiptDays,
		splitLimit,
		minimumFill,
		minimumValue,
		orderMultiples,
		otherWarehouses,
		overrides,
		protectedStock,
		step,
		replaces,
		rushTags,
		shipComplete,
		substitution,
		timeLimitSetting,
		updatesTransfers,
	],
);
