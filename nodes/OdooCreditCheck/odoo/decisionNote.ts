import { toNoteHtml } from '../core/noteHtml';
import type { Plan } from '../core/plan';
import { toDecisionRecord, toReference } from '../core/record';
import type { OdooError } from '../../shared/odoo/errors';
import type { Note } from '../../shared/traces/odoo/notes';
import { seal } from '../../shared/traces/odoo/seal';

interface Recording {
	/** `YYYY-MM-DD` */
	readonly on: string;
	/** The pipeline's: whoever may write the order may edit the note. */
	readonly secret: string;
	/** What lets Odoo refuse a second note of the kind; unless given the reference, which a seal would part from others'. */
	readonly key?: string;
}

/** A decision as a note in the order's chatter, which the next run reads again by its reference. */
export const toDecisionNote = (plan: Plan, { on, secret, key }: Recording): Note => {
	const { decision, basis } = plan;
	const reference = toReference(toDecisionRecord(plan, on));
	return {
		key: key ?? reference,
		reference: seal(secret, reference),
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
