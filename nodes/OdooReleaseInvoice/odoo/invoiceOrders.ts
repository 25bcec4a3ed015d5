import { draftsOf } from '../core/drafts';
import { draftTexts, type DraftTexts } from '../core/draftTexts';
import { gateEvidence } from '../core/evidence';
import type { InvoicingOrder } from '../core/facts';
import type { DecidedOrder } from '../core/sharedDrafts';
import type { OdooError } from '../../shared/odoo/errors';
import { ensureNotes } from '../../shared/traces/odoo/notes';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { createInvoices, type InvoicingGroup } from './createInvoices';
import { decideOrders, type ReleaseRun } from './decideOrders';
import { dressDrafts } from './dressDrafts';
import { releaseNotes } from './gateNote';
import { postInvoices } from './postInvoices';
import { refreshInvoicing } from './refreshInvoicing';
import { rereadInvoices } from './readInvoices';
import type { Outcomes, ReleaseOutcome } from './releaseOutcome';

type Failures = ReadonlyMap<number, OdooError>;

/**
 * Bills orders that passed the gate: makes the drafts that are missing, reads what is really there and decides on it
 * again, writes the evidence, and posts. A run that dies anywhere leaves drafts, which the next run finds and posts.
 */
export const invoiceOrders = async (
	client: OdooClient,
	released: readonly DecidedOrder[],
	run: ReleaseRun,
): Promise<Outcomes> => {
	const refused = await createInvoices(client, invoicingGroups(released));
	const billed = released.filter(({ order }) => !refused.has(order.id)).map(({ order }) => order);
	const drafted = await decideOrders(
		client,
		await refreshInvoicing(client, billed, run.needs, run.supplied),
		run,
	);
	const unnoted = await noteReleases(client, drafted, run);
	const ready = readyDrafts(drafted, unnoted, run);
	const undressed = await dressDrafts(client, ready);
	const unposted = await postInvoices(
		client,
		ready.map(({ id }) => id).filter((id) => !undressed.has(id)),
	);
	const posted = await rereadInvoices(
		client,
		drafted.map(({ order }) => order),
	);
	const failureOf = (order: InvoicingOrder): OdooError | undefined =>
		unnoted.get(order.id) ??
		order.invoices
			.map(({ id }) => undressed.get(id) ?? unposted.get(id))
			.find((found) => found !== undefined);
	const asked = new Set(released.map(({ order }) => order.id));
	return new Map([
		...[...refused].map(([id, error]): [number, ReleaseOutcome] => [id, { kind: 'failed', error }]),
		...drafted.flatMap((entry, index): [number, ReleaseOutcome][] => {
			const order = posted[index] ?? entry.order;
			const error = failureOf(order);
			if (!asked.has(order.id)) return [];
			return [
				[
					order.id,
					error ? { kind: 'failed', error } : { kind: 'decided', entry: { ...entry, order } },
				],
			];
		}),
	]);
};

/** One wizard for all orders that are billed in the same way. */
const invoicingGroups = (released: readonly DecidedOrder[]): InvoicingGroup[] => {
	const groups = new Map<string, InvoicingGroup>();
	for (const { order, decision } of released) {
		if (decision.kind !== 'release' || !decision.plan.creates) continue;
		const { consolidates, deducts } = decision.plan;
		const key = `${consolidates} ${deducts}`;
		groups.set(key, {
			consolidates,
			deducts,
			orderIds: [...(groups.get(key)?.orderIds ?? []), order.id],
		});
	}
	return [...groups.values()];
};

/** The evidence is written before the invoice is posted, so that no crash leaves an invoice without it. @returns orders without their notes */
const noteReleases = async (
	client: OdooClient,
	drafted: readonly DecidedOrder[],
	{ today }: ReleaseRun,
): Promise<Failures> => {
	const notes = drafted.flatMap((entry) =>
		releaseNotes(entry, gateEvidence(entry.order, entry.policy, today)).map((note) => ({
			note,
			orderId: entry.order.id,
		})),
	);
	const { failed } = await ensureNotes(
		client,
		notes.map(({ note }) => note),
	);
	return new Map(
		notes.flatMap(({ note, orderId }) => {
			const error = failed.get(note.key);
			return error ? [[orderId, error] as const] : [];
		}),
	);
};

/**
 * The drafts that may be posted: every order on them passed, and the evidence for each is written. Today's date is left
 * to Odoo's posting, because writing it would work out each invoice once more.
 */
const readyDrafts = (
	decided: readonly DecidedOrder[],
	unnoted: Failures,
	{ today }: ReleaseRun,
): DraftTexts[] => {
	const dateOf = new Map(
		decided.flatMap(({ order, decision }) =>
			decision.kind === 'release' ? [[order.id, decision.plan.date] as const] : [],
		),
	);
	const orders = decided.map(({ order }) => order).filter(({ id }) => dateOf.has(id));
	const drafts = orders.flatMap((order) => draftsOf(order));
	const barred = new Set(
		drafts.filter(({ orderIds }) => orderIds.some((id) => unnoted.has(id))).map(({ id }) => id),
	);
	const unlessToday = (date: string | undefined) =>
		date === undefined || date === today ? null : date;
	return draftTexts(orders, ({ id }) => unlessToday(dateOf.get(id))).filter(
		({ id }) => !barred.has(id),
	);
};
