import { gateEvidence } from '../core/evidence';
import type { DecidedOrder } from '../core/sharedDrafts';
import { ensureNotes } from '../../shared/traces/odoo/notes';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { invoiceOrders } from './invoiceOrders';
import { decideOrders, type ReleaseRun } from './decideOrders';
import { holdNotes } from './gateNote';
import { readInvoicingOrders } from './readInvoicing';
import { entriesOf, orAllFailed, type Outcomes, type ReleaseOutcome } from './releaseOutcome';
import { sendReleased } from './sendReleased';

/**
 * Decides on each order and bills those that pass.
 * @returns an outcome for each order that exists
 */
export const releaseOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	run: ReleaseRun,
): Promise<Outcomes> => {
	const orders = await readInvoicingOrders(client, orderIds, run.needs, run.supplied);
	const wanted = new Set(orderIds);
	const asked = (await decideOrders(client, orders, run)).filter(({ order }) =>
		wanted.has(order.id),
	);
	const decided = new Map(
		asked.map((entry): [number, ReleaseOutcome] => [entry.order.id, { kind: 'decided', entry }]),
	);
	if (run.dryRun) return decided;
	const released = asked.filter(({ decision }) => decision.kind === 'release');
	const billed =
		released.length === 0
			? new Map()
			: await orAllFailed(released, invoiceOrders(client, released, run));
	const outcomes = new Map<number, ReleaseOutcome>([...decided, ...billed]);
	const noted = new Map([...outcomes, ...(await noteHolds(client, entriesOf(outcomes), run))]);
	return run.sends ? new Map([...noted, ...(await sendReleased(client, entriesOf(noted)))]) : noted;
};

/** @returns the orders whose hold could not be written down */
const noteHolds = async (
	client: OdooClient,
	entries: readonly DecidedOrder[],
	{ today }: ReleaseRun,
): Promise<Outcomes> => {
	const notes = entries.flatMap((entry) =>
		holdNotes(entry, gateEvidence(entry.order, entry.policy, today)),
	);
	const { failed } = await ensureNotes(client, notes);
	return new Map(
		notes.flatMap(({ key, recordId }): [number, ReleaseOutcome][] => {
			const error = failed.get(key);
			return error ? [[recordId, { kind: 'failed', error }]] : [];
		}),
	);
};
