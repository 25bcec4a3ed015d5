import { isOdooError, type OdooError } from '../shared/odoo/errors';
import type { DecidedOrder } from './core/sharedDrafts';

/** What became of an order. */
type ReleaseOutcome =
	| { readonly kind: 'decided'; readonly entry: DecidedOrder }
	| { readonly kind: 'failed'; readonly error: OdooError };

/** By order. */
export type Outcomes = ReadonlyMap<number, ReleaseOutcome>;

export const entriesOf = (outcomes: Outcomes): DecidedOrder[] =>
	[...outcomes.values()].flatMap((outcome) => (outcome.kind === 'decided' ? [outcome.entry] : []));

export const decidedOn = (entries: readonly DecidedOrder[]): Outcomes =>
	new Map(entries.map((entry) => [entry.order.id, { kind: 'decided', entry }]));

export const failuresOf = (failures: ReadonlyMap<number, OdooError>): Outcomes =>
	new Map([...failures].map(([orderId, error]) => [orderId, { kind: 'failed', error }]));

/** A failure in the middle belongs to the orders it was about, not to those that were held before. */
export const orAllFailed = async (
	entries: readonly DecidedOrder[],
	work: () => Promise<Outcomes>,
): Promise<Outcomes> =>
	await work().catch(async (error: unknown) =>
		isOdooError(error)
			? failuresOf(new Map(entries.map(({ order }) => [order.id, error])))
			: await Promise.reject(error),
	);
