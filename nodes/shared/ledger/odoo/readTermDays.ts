import type { OdooClient } from '../../odoo/OdooClient';
import { paymentTermLine } from '../../odoo/records/paymentTerm';

/** Earlier versions write a term down in other fields. */
const FIRST_WITH_DELAYS = 17;

/** Days that a delay may add to those it names: it ends with a month. */
const UP_TO: { readonly [delay: string]: number } = {
	days_after: 0,
	days_after_end_of_month: 31,
	days_after_end_of_next_month: 62,
	days_end_of_month_on_the: 62,
};

/**
 * By payment term the days until its last part is due; a term is missing where Odoo does not say. One call, none
 * without terms.
 */
export const readTermDays = async (
	client: OdooClient,
	termIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
	const { version } = await client.session();
	if (version < FIRST_WITH_DELAYS || termIds.length === 0) return new Map();
	const lines = await client.search(
		paymentTermLine,
		['id', 'payment_id', 'nb_days', 'delay_type'],
		[['payment_id', 'in', [...new Set(termIds)]]],
	);
	const days = new Map<number, number>();
	for (const { payment_id: term, nb_days: named, delay_type: delay } of lines) {
		if (term === null) continue;
		days.set(term.id, Math.max(days.get(term.id) ?? 0, named + (UP_TO[delay] ?? 62)));
	}
	return days;
};
