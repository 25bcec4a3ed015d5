import { SEVERITIES, type Severity } from './taxonomy/caseType';

const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof PRIORITIES)[number];

/**
 * Severity gives the priority, critical P1 to low P4; an order worth the threshold or more moves one step up.
 * @param threshold in the order's currency; 0 for none
 */
export const priorityOf = (severity: Severity, orderTotal: number, threshold: number): Priority => {
	const step = threshold > 0 && orderTotal >= threshold ? 1 : 0;
	return PRIORITIES[Math.max(0, SEVERITIES.indexOf(severity) - step)] ?? 'P4';
};
