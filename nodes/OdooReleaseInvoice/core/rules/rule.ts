import type { InvoicingOrder } from '../facts';
import type { InvoicePolicy } from '../policy';
import type { Reason } from '../reason';

/**
 * One check of the gate: what keeps this order from being billed, or nothing.
 * @param today in the user's calendar, `YYYY-MM-DD`
 */
export type Rule = (
	order: InvoicingOrder,
	policy: InvoicePolicy,
	today: string,
) => readonly Reason[];
