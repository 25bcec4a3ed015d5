import { numberSetting } from '../../shared/n8n/settings/kinds';
import { notDelivered } from '../core/rules/notDelivered';
import { shippedNotInvoiced } from '../core/rules/shippedNotInvoiced';

export const reconcileSettings = [
	numberSetting(shippedNotInvoiced.options.slaDays),
	numberSetting(notDelivered.options.deliverWithinDays),
	numberSetting({
		displayName: 'Look Back (Days)',
		name: 'lookBackDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 36_500 },
		default: 90,
		description:
			'What was confirmed, shipped, invoiced or changed within this number of days is compared. Drafts, down payments and orders that were never delivered are found however old they are.',
	}),
] as const;
