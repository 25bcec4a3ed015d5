import { listText } from '../../../shared/core/wording';
import { ask, defineRule, flagged, OFF } from './rule';

export const missingData = defineRule({
	code: 'missing_data',
	label: 'Customer Data Missing',
	description: 'Some of the required customer data is missing',
	unit: null,
	hasThreshold: false,
	presets: { lenient: OFF, standard: OFF, strict: ask() },
	standsFor: 'CREDIT_DATA',
	sentence: ({ detail }) => `Customer data is missing: ${detail}.`,
	check: ({ account: { missingData } }) => flagged(missingData.length > 0, listText(missingData)),
});
