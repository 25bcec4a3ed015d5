import { OdooError } from '../shared/odoo/errors';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { notShown } from '../shared/traces/odoo/readBack';
import { draftsOf } from './core/drafts';
import { draftsToPost } from './core/draftsToPost';
import type { InvoicingOrder } from './core/facts';
import { bookedOnAnotherDay } from './core/rules/bookedOnAnotherDay';
import type { DecidedOrder } from './core/sharedDrafts';
import { decideChanged } from './odoo/decideChanged';
import { decideOrders, type Deciding } from './odoo/decideOrders';
import { readInvoicesAgain } from './odoo/readInvoicesAgain';
import { readInvoicingAgain } from './odoo/readInvoicingAgain';
import { writeDraftInvoices } from './odoo/writeDraftInvoices';
import { writeDraftTexts } from './odoo/writeDraftTexts';
import { writeGateNotes, writeReleaseNotes } from './odoo/writeNotes';
import { writePostings } from './odoo/writePostings';
import { decidedOn, failuresOf, type Outcomes } from './releaseOutcome';

/**
 * Invoices orders that passed the gate: makes the drafts that are missing, reads what is really there and decides on it
 * again, writes the evidence, posts, reads back, and says so. Just before drafts are made, and before they are posted,
 * what the decision rests on is looked at once more. A run that dies anywhere leaves drafts, which the next run finds.
 */
export const invoiceOrders = async (
	client: OdooClient,
	released: readonly DecidedOrder[],
	deciding: Deciding,
): Promise<Outcomes> => {
	if (released.length === 0) return new Map();
	const current = await decideChanged(client, released, deciding);
	const passed = current.filter(({ decision }) => decision.kind === 'release');
	const refused = await writeDraftInvoices(client, passed);
	const orders = passed.map(({ order }) => order).filter(({ id }) => !refused.has(id));
	const now = await readInvoicingAgain(client, orders, deciding);
	const drafted = await decideOrders(client, now, deciding);
	const ungated = await writeGateNotes(client, drafted, deciding.today);
	const isNoted = (id: number) => !ungated.has(id);
	const ready = draftsToPost(drafted, isNoted, deciding.today);
	const unwritten = await writeDraftTexts(client, ready);
	const written = new Set(ready.map(({ id }) => id).filter((id) => !unwritten.has(id)));
	const decided = await decideChanged(client, drafted, deciding);
	const draftIds = draftsToPost(decided, isNoted, deciding.today)
		.map(({ id }) => id)
		.filter((id) => written.has(id));
	const unposted = await writePostings(client, draftIds);
	const posted = await readInvoicesAgain(
		client,
		decided.map(({ order }) => order),
	);
	const toPost = new Set(draftIds);
	const ends = decided.map((entry, index) => ({
		entry,
		end: readBack(entry, posted[index] ?? entry.order, toPost),
	}));
	const unnoted = await writeReleaseNotes(
		client,
		ends.map(({ end }) => end),
		deciding.today,
		toPost,
	);
	const outcomeOf = (entry: DecidedOrder, end: DecidedOrder): Outcomes => {
		const { order } = end;
		const ofInvoices = order.invoices.map(({ id }) => unwritten.get(id) ?? unposted.get(id));
		const error =
			ungated.get(order.id) ??
			ofInvoices.find((found) => found !== undefined) ??
			missingOf(entry, order, toPost) ??
			unnoted.get(order.id);
		return error ? failuresOf(new Map([[order.id, error]])) : decidedOn([end]);
	};
	const asked = new Set(released.map(({ order }) => order.id));
	const outcomes: Outcomes = new Map([
		...decidedOn(current.filter(({ decision }) => decision.kind !== 'release')),
		...failuresOf(refused),
		...ends.flatMap(({ entry, end }) => [...outcomeOf(entry, end)]),
	]);
	return new Map(
		[...asked].map((id) => [id, outcomes.get(id) ?? { kind: 'failed', error: restless() }]),
	);
};

/** The decision with the order as it is after posting, and what that shows. */
const readBack = (
	entry: DecidedOrder,
	order: InvoicingOrder,
	posted: ReadonlySet<number>,
): DecidedOrder => {
	const { decision } = entry;
	if (decision.kind !== 'release') return { ...entry, order };
	const reasons = [...decision.reasons, ...bookedOnAnotherDay.check(order, posted)];
	return { ...entry, order, decision: { ...decision, reasons } };
};

const restless = (): OdooError =>
	new OdooError({
		kind: 'conflict',
		call: 'sale.order.web_search_read',
		reason: 'the order was changed again and again while it was being invoiced',
		advice: 'Run it again.',
	});

/** What Odoo answered to and does not show: the draft, or that it is posted. */
const missingOf = (
	{ order: drafted, decision }: DecidedOrder,
	order: InvoicingOrder,
	toPost: ReadonlySet<number>,
): OdooError | undefined => {
	if (decision.kind !== 'release') return undefined;
	if (draftsOf(drafted).length === 0) return notShown('sale.advance.payment.inv.create_invoices');
	const isDraft = order.invoices.some(({ id, state }) => state === 'draft' && toPost.has(id));
	return isDraft ? notShown('account.move.action_post') : undefined;
};
