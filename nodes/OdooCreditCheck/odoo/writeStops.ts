import type { Plan } from '../core/plan';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { ensureNotes } from '../../shared/traces/odoo/notes';
import { failedOrders, toDecisionNote } from './decisionNote';

/**
 * Records decisions that use up nothing of the limit.
 * @param on `YYYY-MM-DD`
 * @returns by order id what Odoo refused
 */
export const writeStops = async (
	client: OdooClient,
	stops: readonly Plan[],
	on: string,
): Promise<ReadonlyMap<number, OdooError>> => {
	const notes = stops.map((plan) => toDecisionNote(plan, on));
	const { failed } = await ensureNotes(client, notes);
	return failedOrders(notes, failed);
};
