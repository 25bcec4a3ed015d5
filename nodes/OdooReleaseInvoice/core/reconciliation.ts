import { wholeDays } from '../../shared/core/time';

/** When something that is ordered, shipped or drafted is late. */
export interface ReconciliationPolicy {
	readonly slaDays: number;
	readonly deliverWithinDays: number;
	/** ISO 8601. */
	readonly now: string;
}

/** @param time ISO 8601 */
export const ageInDays = (time: string, now: string): number =>
	wholeDays(Date.parse(time), Date.parse(now));
