import type { OdooClient } from '../shared/odoo/OdooClient';
import { invoiceOrders } from './invoiceOrders';
import { decideOrders, type Deciding } from './odoo/decideOrders';
import { readInvoicingOrders } from './odoo/readInvoicingOrders';
import { writeLateNotes } from './odoo/writeLateNotes';
import { writeHoldNotes } from './odoo/writeNotes';
import { decidedOn, entriesOf, failuresOf, orAllFailed, type Outcomes } from './releaseOutcome';
import { sendReleased } from './sendReleased';

export interface ReleaseRun extends Deciding {
	readonly dryRun: boolean;
	/** Hands posted invoices to Odoo's own sending. */
	readonly sends: boolean;
}

/**
 * Decides on each order, invoices those that pass, notes what is held, and sends.
 * @returns an outcome for each order that exists
 */
export const releaseOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	run: ReleaseRun,
): Promise<Outcomes> => {
	const orders = await readInvoicingOrders(client, orderIds, run);
	const wanted = new Set(orderIds);
	const decided = (await decideOrders(client, orders, run)).filter(({ order }) =>
		wanted.has(order.id),
	);
	if (run.dryRun) return decidedOn(decided);
	const released = decided.filter(({ decision }) => decision.kind === 'release');
	const invoiced = await orAllFailed(
		released,
		async () => await invoiceOrders(client, released, run),
	);
	const done: Outcomes = new Map([...decidedOn(decided), ...invoiced]);
	const unnoted = await writeHoldNotes(client, entriesOf(done), run.today);
	const before = decided.filter(({ decision }) => decision.kind === 'invoiced');
	const late = await writeLateNotes(client, before, run.today);
	const noted: Outcomes = new Map([...done, ...failuresOf(unnoted), ...failuresOf(late)]);
	return run.sends ? new Map([...noted, ...(await sendReleased(client, entriesOf(noted)))]) : noted;
};
