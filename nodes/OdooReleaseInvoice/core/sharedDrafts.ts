import { draftsOf } from './drafts';
import type { ReleaseDecision } from './decideRelease';
import type { InvoicingOrder } from './facts';
import type { InvoicePolicy } from './policy';
import { reason } from './reason';

export interface DecidedOrder {
	readonly order: InvoicingOrder;
	/** The policy in force for this order. */
	readonly policy: InvoicePolicy;
	readonly decision: ReleaseDecision;
}

/** Orders that are not decided on yet, but stand on a draft that is about to be posted. */
export const ordersOnSharedDrafts = (decided: readonly DecidedOrder[]): number[] => {
	const known = new Set(decided.map(({ order }) => order.id));
	const wanted = decided.flatMap(({ order, decision }) =>
		decision.kind === 'release' ? draftsOf(order).flatMap(({ orderIds }) => orderIds) : [],
	);
	return [...new Set(wanted)].filter((id) => !known.has(id));
};

/**
 * A draft that bills several orders is posted only when the gate lets all of them pass; holding one order may hold
 * the next one, so this repeats until nothing changes.
 */
export const holdSharedDrafts = (decided: readonly DecidedOrder[]): DecidedOrder[] => {
	const released = new Set(
		decided.flatMap(({ order, decision }) => (decision.kind === 'release' ? [order.id] : [])),
	);
	const checked = decided.map((entry): DecidedOrder => {
		if (entry.decision.kind !== 'release') return entry;
		const blocked = draftsOf(entry.order).flatMap(({ id, orderIds }) =>
			orderIds.filter((other) => !released.has(other)).map((other) => ({ id, other })),
		);
		const [first] = blocked;
		if (!first) return entry;
		const name =
			decided.find(({ order }) => order.id === first.other)?.order.reference ??
			`order ${first.other}`;
		const message = `The draft invoice also bills ${name}, which may not be billed yet`;
		return {
			...entry,
			decision: {
				kind: 'held',
				reasons: [
					reason('draftSharedWithHeldOrder', message, { invoice: first.id, order: first.other }),
				],
			},
		};
	});
	const changed = checked.some(
		({ decision }, index) => decision.kind !== decided[index]?.decision.kind,
	);
	return changed ? holdSharedDrafts(checked) : checked;
};
