import { numberSetting } from '../../shared/n8n/settings/kinds';
import { shippedNotInvoiced } from '../core/rules/shippedNotInvoiced';

export const reconcileSettings = [
	numberSetting(shippedNotInvoiced.options.slaDays),
	numberSetting({
		displayName: 'Look Back (Days)',
		name: 'lookBackDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 36_500 },
		default: 90,
		description: 'Only orders that were changed within this number of days are compared',
	}),
] as const;
