import { choosePolicy, type PolicyBook } from '../../core/invoicing/choosePolicy';
import { decideRelease } from '../../core/invoicing/decideRelease';
import { gateEvidence } from '../../core/invoicing/evidence';
import { draftsOf } from '../../core/invoicing/drafts';
import type { InvoicingOrder } from '../../core/invoicing/facts';
import {
	holdSharedDrafts,
	ordersOnSharedDrafts,
	type DecidedOrder,
} from '../../core/invoicing/sharedDrafts';
import type { OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { createInvoices, type BillingGroup } from './createInvoices';
import { ensureNotes } from '../notes';
import { holdNotes, releaseNotes } from './gateNote';
import { postInvoices, type Posting } from './postInvoices';
import { rereadInvoices } from './readInvoices';
import { readInvoicingOrders, refreshInvoicing, type InvoicingNeeds } from './readInvoicing';

export interface ReleaseRun {
	readonly policies: PolicyBook;
	readonly needs: InvoicingNeeds;
	/** Proof of delivery that came with the items, by order. */
	readonly proofs: ReadonlyMap<number, string>;
	/** In the user's calendar, `YYYY-MM-DD`. */
	readonly today: string;
	readonly dryRun: boolean;
}

export type ReleaseOutcome =
	| { readonly kind: 'decided'; readonly entry: DecidedOrder }
	| { readonly kind: 'failed'; readonly error: OdooError };

/**
 * Bills orders: decides on each, makes what is missing, reads and decides again on what is really there, and posts that.
 * Whatever happens in between, what was made is found and used by the next run.
 * @returns an outcome for each order that exists
 */
export const releaseOrders = async (
	client: OdooClient,
	orderIds: readonly number[],
	run: ReleaseRun,
): Promise<ReadonlyMap<number, ReleaseOutcome>> => {
	const first = await decideWithNeighbours(
		client,
		await readInvoicingOrders(client, orderIds, run.needs, run.proofs),
		run,
	);
	const wanted = new Set(orderIds);
	const asked = first.filter(({ order }) => wanted.has(order.id));
	const outcomes = new Map<number, ReleaseOutcome>(
		asked.map((entry) => [entry.order.id, { kind: 'decided', entry }]),
	);
	const released = asked.filter(({ decision }) => decision.kind === 'release');
	if (!run.dryRun)
		await ensureNotes(
			client,
			asked.flatMap((entry) =>
				holdNotes(entry, gateEvidence(entry.order, entry.policy, run.today)),
			),
		);
	if (!run.dryRun && released.length > 0)
		for (const [id, outcome] of await bill(client, released, run)) outcomes.set(id, outcome);
	return outcomes;
};

const bill = async (
	client: OdooClient,
	released: readonly DecidedOrder[],
	run: ReleaseRun,
): Promise<ReadonlyMap<number, ReleaseOutcome>> => {
	const refused = await createInvoices(client, billingGroups(released));
	const billed = released.filter(({ order }) => !refused.has(order.id)).map(({ order }) => order);
	const drafted = await decideWithNeighbours(client, await refreshInvoicing(client, billed), run);
	const unnoted = await noteReleases(client, drafted, run);
	const unposted = await postInvoices(client, postingsOf(drafted, unnoted));
	const posted = await rereadInvoices(
		client,
		drafted.map(({ order }) => order),
	);
	const outcomes = new Map<number, ReleaseOutcome>(
		[...refused, ...unnoted].map(([id, error]) => [id, { kind: 'failed', error }]),
	);
	drafted.forEach((entry, index) => {
		const order = posted[index] ?? entry.order;
		const error = order.invoices
			.map(({ id }) => unposted.get(id))
			.find((found) => found !== undefined);
		const isAsked = released.some((asked) => asked.order.id === order.id);
		if (isAsked && !unnoted.has(order.id))
			outcomes.set(
				order.id,
				error ? { kind: 'failed', error } : { kind: 'decided', entry: { ...entry, order } },
			);
	});
	return outcomes;
};

/** The evidence is written before the invoice is posted, so that no crash leaves an invoice without it. @returns orders without a note */
const noteReleases = async (
	client: OdooClient,
	drafted: readonly DecidedOrder[],
	{ today }: ReleaseRun,
): Promise<ReadonlyMap<number, OdooError>> => {
	const notesOf = drafted.map((entry) => ({
		id: entry.order.id,
		notes: releaseNotes(entry, gateEvidence(entry.order, entry.policy, today)),
	}));
	const { failed } = await ensureNotes(
		client,
		notesOf.flatMap(({ notes }) => notes),
	);
	const unnoted = notesOf.flatMap(({ id, notes }) =>
		notes.flatMap(({ key }) => (failed.has(key) ? [[id, failed.get(key)] as const] : [])),
	);
	return new Map(unnoted.flatMap(([id, error]) => (error ? [[id, error] as const] : [])));
};

const decideAll = (
	orders: readonly InvoicingOrder[],
	{ policies, today }: ReleaseRun,
): DecidedOrder[] =>
	orders.map((order) => {
		const policy = choosePolicy(policies, order);
		return { order, policy, decision: decideRelease(order, policy, today) };
	});

/** A draft may bill orders that nobody asked about; the gate looks at them too before it is posted. */
const decideWithNeighbours = async (
	client: OdooClient,
	orders: readonly InvoicingOrder[],
	run: ReleaseRun,
): Promise<DecidedOrder[]> => {
	const decided = decideAll(orders, run);
	const neighbours = ordersOnSharedDrafts(decided);
	const more =
		neighbours.length > 0
			? await readInvoicingOrders(client, neighbours, run.needs, run.proofs)
			: [];
	return more.length > 0
		? await decideWithNeighbours(client, [...orders, ...more], run)
		: holdSharedDrafts(decided);
};

const billingGroups = (released: readonly DecidedOrder[]): BillingGroup[] => {
	const groups = new Map<string, BillingGroup>();
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

const postingsOf = (
	decided: readonly DecidedOrder[],
	unnoted: ReadonlyMap<number, OdooError>,
): Posting[] => {
	const postings = new Map<number, Posting>();
	for (const { order, decision } of decided) {
		if (decision.kind !== 'release') continue;
		const drafts = draftsOf(order).filter(
			({ orderIds }) => !orderIds.some((id) => unnoted.has(id)),
		);
		for (const draft of drafts)
			postings.set(draft.id, {
				id: draft.id,
				date: draft.date === null ? decision.plan.date : null,
			});
	}
	return [...postings.values()];
};
