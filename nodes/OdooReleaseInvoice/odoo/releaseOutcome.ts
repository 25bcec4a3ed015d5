import type { DecidedOrder } from '../core/sharedDrafts';
import { isOdooError, type OdooError } from '../../shared/odoo/errors';

/** What became of an order. */
export type ReleaseOutcome =
	| { readonly kind: 'decided'; readonly entry: DecidedOrder }
	| { readonly kind: 'failed'; readonly error: OdooError };

/** By order. */
export type Outcomes = ReadonlyMap<number, ReleaseOutcome>;

export const entriesOf = (outcomes: Outcomes): DecidedOrder[] =>
	[...outcomes.values()].flatMap((outcome) => (outcome.kind === 'decided' ? [outcome.entry] : []));

/** A failure in the middle belongs to the orders it was about, not to those that were held before. */
export const orAllFailed = async (
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
