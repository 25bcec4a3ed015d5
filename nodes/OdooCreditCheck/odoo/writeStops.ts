import type { Plan } from '../core/plan';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readKeySecret } from '../../shared/traces/odoo/keySecret';
import { ensureNotes } from '../../shared/traces/odoo/notes';
import { failedOrders, toDecisionNote } from './decisionNote';
import type { FactsRead } from './readFacts';

/**
 * Records decisions that use up nothing of the limit.
 * @param read the pipeline's secret is read once more where there was none
 * @returns by order id what Odoo refused
 */
export const writeStops = async (
	client: OdooClient,
	stops: readonly Plan[],
	{ facts, secret: known }: Pick<FactsRead, 'facts' | 'secret'>,
): Promise<ReadonlyMap<number, OdooError>> => {
	if (stops.length === 0) return new Map();
	const secret = known ?? (await readKeySecret(client));
	const notes = stops.map((plan) => toDecisionNote(plan, { on: facts.today, secret }));
	const { failed } = await ensureNotes(client, notes);
	return failedOrders(notes, failed);
};
