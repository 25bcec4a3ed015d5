import { toNoteHtml } from '../core/noteHtml';
import type { Plan } from '../core/plan';
import { toDecisionRecord, toReference } from '../core/record';
import type { OdooError } from '../../shared/odoo/errors';
import type { Note } from '../../shared/traces/odoo/notes';

/**
 * A decision as a note in the order's chatter, which the next run reads again by its reference.
 * @param on `YYYY-MM-DD`
 * @param key what lets Odoo refuse a second note of the kind; the reference unless given
 */
export const toDecisionNote = (plan: Plan, on: string, key?: string): Note => {
	const { decision, digest, basis } = plan;
	const reference = toReference(toDecisionRecord(decision, digest, on));
	return {
		key: key ?? reference,
		reference,
		model: 'sale.order',
		recordId: decision.order.id,
		html: toNoteHtml(decision, basis),
	};
};

/** By order id what Odoo refused. */
export const failedOrders = (
	notes: readonly Note[],
	failed: ReadonlyMap<string, OdooError>,
): Map<number, OdooError> =>
	new Map(
		notes.flatMap(({ key, recordId }): [number, OdooError][] => {
			const error = failed.get(key);
			return error ? [[recordId, error]] : [];
		}),
	);
