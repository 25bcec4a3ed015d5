import { gateEvidence } from '../../core/invoicing/evidence';
import { reason } from '../../core/invoicing/reason';
import type { DecidedOrder } from '../../core/invoicing/sharedDrafts';
import { isOdooError } from '../errors';
import { ensureNotes } from '../notes';
import type { OdooClient } from '../OdooClient';
import { billOrders, type ReleaseOutcome } from './billOrders';
import { decideOrders, type ReleaseRun } from './decideOrders';
import { holdNotes } from './gateNote';
import { readInvoicingOrders } from './readInvoicing';
import { rereadInvoices } from './readInvoices';
import { gatedInvoices, sendInvoices } from './sendInvoices';

type Outcomes = ReadonlyMap<number, ReleaseOutcome>;

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
			: await orAllFailed(released, billOrders(client, released, run));
	const outcomes = new Map<number, ReleaseOutcome>([...decided, ...billed]);
	const noted = new Map([...outcomes, ...(await noteHolds(client, entriesOf(outcomes), run))]);
	return run.sends ? new Map([...noted, ...(await send(client, entriesOf(noted)))]) : noted;
};

const entriesOf = (outcomes: Outcomes): DecidedOrder[] =>
	[...outcomes.values()].flatMap((outcome) => (outcome.kind === 'decided' ? [outcome.entry] : []));

/** A failure in the middle belongs to the orders it was about, not to those that were held before. */
const orAllFailed = async (
	entries: readonly DecidedOrder[],
	work: Promise<Outcomes>,
): Promise<Outcomes> =>
	await work.catch(async (error: unknown) =>
		isOdooError(error)
			? new Map(
					entries.map(({ order }): [number, ReleaseOutcome] => [
						order.id,
						{ kind: 'failed', error },
					]),
				)
			: await Promise.reject(error),
	);

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

/** An invoice that cannot be sent is billed all the same; the reason stands beside it. */
const send = async (client: OdooClient, entries: readonly DecidedOrder[]): Promise<Outcomes> => {
	const billed = entries.filter(
		({ decision }) => decision.kind === 'release' || decision.kind === 'billed',
	);
	const work = async (): Promise<Outcomes> => {
		const unsent = new Map(
			billed.flatMap(({ order }) =>
				order.invoices.map((invoice) => [invoice.id, invoice] as const),
			),
		);
		const posted = [...unsent.values()].filter(
			({ state, sending }) => state === 'posted' && sending === 'unsent',
		);
		const refused = await sendInvoices(client, await gatedInvoices(client, posted));
		const orders =
			posted.length > 0
				? await rereadInvoices(
						client,
						billed.map(({ order }) => order),
					)
				: billed.map(({ order }) => order);
		return new Map(
			billed.map((entry, index): [number, ReleaseOutcome] => {
				const order = orders[index] ?? entry.order;
				const reasons = order.invoices.flatMap(({ id, number }) => {
					const error = refused.get(id);
					return error
						? [
								reason('sendingRefused', `${number ?? id} is not sent: ${error.reason}`, {
									invoice: id,
								}),
							]
						: [];
				});
				return [
					order.id,
					{
						kind: 'decided',
						entry: {
							...entry,
							order,
							decision: { ...entry.decision, reasons: [...entry.decision.reasons, ...reasons] },
						},
					},
				];
			}),
		);
	};
	return await orAllFailed(billed, work());
};
