import { unique } from '../../shared/core/collections';
import { draftsOf } from './drafts';
import type { ReleaseDecision } from './decideRelease';
import type { InvoicingOrder } from './facts';
import type { InvoicePolicy } from './policy';
import { draftSharedWithHeldOrder } from './rules/draftSharedWithHeldOrder';

export interface DecidedOrder {
	readonly order: InvoicingOrder;
	/** The policy in force for this order. */
	readonly policy: InvoicePolicy;
	readonly decision: ReleaseDecision;
}

/** Orders that are not decided on yet, but are on a draft that is about to be posted. */
export const ordersOnSharedDrafts = (decided: readonly DecidedOrder[]): number[] => {
	const known = new Set(decided.map(({ order }) => order.id));
	const wanted = decided.flatMap(({ order, decision }) =>
		decision.kind === 'release' ? draftsOf(order).flatMap(({ orderIds }) => orderIds) : [],
	);
	return unique(wanted).filter((id) => !known.has(id));
};

/**
 * A draft for several orders is posted only when the gate lets all of them pass; holding one order may hold
 * the next one, so this repeats until nothing changes.
 */
export const holdSharedDrafts = (decided: readonly DecidedOrder[]): DecidedOrder[] => {
	const released = new Set(
		decided.flatMap(({ order, decision }) => (decision.kind === 'release' ? [order.id] : [])),
	);
	const references = new Map(decided.map(({ order }) => [order.id, order.reference]));
	const others = { released, referenceOf: (id: number) => references.get(id) };
	const checked = decided.map((entry): DecidedOrder => {
		if (entry.decision.kind !== 'release') return entry;
		const reasons = draftSharedWithHeldOrder.check(entry.order, others);
		return reasons.length > 0 ? { ...entry, decision: { kind: 'held', reasons } } : entry;
	});
	const changed = checked.some(
		({ decision }, index) => decision.kind !== decided[index]?.decision.kind,
	);
	return changed ? holdSharedDrafts(checked) : checked;
};
