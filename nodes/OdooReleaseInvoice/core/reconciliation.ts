import { sum, type Exact } from '../../shared/core/exact';
import { wholeDays } from '../../shared/core/time';
import type { InvoiceFacts } from './invoiceFacts';
import { quantity } from './quantities';

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

/** Net quantity of a line on the invoices in that state. */
export const onInvoices = (
	invoices: readonly InvoiceFacts[],
	wanted: InvoiceFacts['state'],
	lineId: number,
): Exact =>
	sum(
		invoices
			.filter(({ state }) => state === wanted)
			.flatMap(({ lines }) => lines)
			.filter(({ orderLineId }) => orderLineId === lineId)
			.map((line) => quantity(line.quantity)),
	);
