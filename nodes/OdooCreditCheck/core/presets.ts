import { recordOf } from '../../shared/core/collections';

/** The policies to start from, without their rules: each rule says itself how it reacts in them. */
export const PRESET_LIST = [
	{
		name: 'lenient',
		label: 'Lenient',
		description: 'Asks above 110% of the limit, holds when an invoice is more than 60 days overdue',
		tolerance: 10,
		newCustomerDays: 30,
	},
	{
		name: 'standard',
		label: 'Standard',
		description: 'Asks above the limit, holds when an invoice is more than 30 days overdue',
		tolerance: 0,
		newCustomerDays: 90,
	},
	{
		name: 'strict',
		label: 'Strict',
		description: 'Holds above the limit and when anything is overdue',
		tolerance: 0,
		newCustomerDays: 180,
	},
] as const;

export type PresetName = (typeof PRESET_LIST)[number]['name'];

export const PRESET_LABELS = recordOf(
	PRESET_LIST,
	({ name }) => name,
	({ label }) => label,
);
