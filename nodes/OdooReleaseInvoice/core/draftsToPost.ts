import { draftTexts, type DraftTexts } from './draftTexts';
import { draftsOf } from './drafts';
import type { DecidedOrder } from './sharedDrafts';

/**
 * The drafts that may be posted: every order on them passed, and the evidence for each is written. Today's date is left
 * to Odoo's posting, because writing it would work out each invoice once more.
 */
export const draftsToPost = (
	decided: readonly DecidedOrder[],
	isNoted: (orderId: number) => boolean,
	today: string,
): DraftTexts[] => {
	const dateOf = new Map(
		decided.flatMap(({ order, decision }) =>
			decision.kind === 'release' ? [[order.id, decision.plan.date] as const] : [],
		),
	);
	const orders = decided.map(({ order }) => order).filter(({ id }) => dateOf.has(id));
	const ready = new Set(
		orders
			.flatMap((order) => draftsOf(order))
			.filter(({ orderIds }) => orderIds.every(isNoted))
			.map(({ id }) => id),
	);
	const unlessToday = (date: string | undefined) =>
		date === undefined || date === today ? null : date;
	return draftTexts(orders, ({ id }) => unlessToday(dateOf.get(id))).filter(({ id }) =>
		ready.has(id),
	);
};
