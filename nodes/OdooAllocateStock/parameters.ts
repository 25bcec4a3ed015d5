import { readSettings, type ParameterSource } from '../shared/n8n/settings/readSettings';
import { POLICIES } from './core/policies';
import type { AllocationSettings } from './odoo/settings';
import { SETTINGS } from './properties';

interface ProductQuantity {
	readonly id: number;
	readonly quantity: number;
}

const byProduct = (rows: readonly ProductQuantity[]): ReadonlyMap<number, number> =>
	new Map(rows.map(({ id, quantity }) => [id, quantity]));

/** One plan is made for all items of a run, so its settings hold for all of them. @throws NodeOperationError */
export const readParameters = (source: ParameterSource): AllocationSettings => {
	const { policy, criteria, options, ...general } = readSettings(SETTINGS, source);
	const { classes, customerCap, minimumFill, minimumValue, splitLimit, rushTags, ...chosen } =
		options;
	return {
		...general,
		...chosen,
		rules: {
			policy,
			customerCap: customerCap / 100,
			minimumFill: minimumFill / 100,
			minimumValue,
			splitLimit,
		},
		criteria: POLICIES[policy].sortedBy ?? criteria.map(({ criterion }) => criterion),
		overrides: classes.map(({ strategy, tags, weight }) => ({
			tagIds: tags,
			strategy: strategy === 'asForAll' ? null : strategy,
			weight,
		})),
		orderMultiples: byProduct(chosen.orderMultiples),
		protectedStock: byProduct(chosen.protectedStock),
		rushTagIds: rushTags,
	};
};
