import { daysBetween } from '../../../shared/core/time';
import type { InvoicingOrder, Transfer } from '../facts';
import type { ProofPolicy, ProofSource } from '../policy';

const SHOWS = {
	signature: ({ signed }) => signed,
	attachment: ({ attachments }) => attachments > 0,
	carrierStatus: ({ carrierStatus }, { deliveredStatuses }) =>
		carrierStatus !== null &&
		deliveredStatuses.some((status) => status.toLowerCase() === carrierStatus.toLowerCase()),
	itemField: (_transfer, _policy, order) => order.supplied.proof !== null,
} as const satisfies Record<
	ProofSource,
	(transfer: Transfer, policy: ProofPolicy, order: InvoicingOrder) => boolean
>;

export type Proof = ProofSource | 'automatic';

/** What proves that the goods of a transfer arrived, or null. @param today `YYYY-MM-DD` */
export const proofOf = (
	transfer: Transfer,
	order: InvoicingOrder,
	policy: ProofPolicy,
	today: string,
): Proof | null => {
	const source = policy.accepted.find((candidate) => SHOWS[candidate](transfer, policy, order));
	if (source) return source;
	if (policy.automaticAfterDays === null || transfer.doneOn === null) return null;
	const days = daysBetween(transfer.doneOn, today);
	return days >= policy.automaticAfterDays ? 'automatic' : null;
};

export const shippedTransfers = (order: InvoicingOrder): Transfer[] =>
	order.transfers.filter(({ direction, state }) => direction === 'delivery' && state === 'done');

export const missingProofs = (
	order: InvoicingOrder,
	policy: ProofPolicy,
	today: string,
): Transfer[] =>
	shippedTransfers(order).filter((transfer) => proofOf(transfer, order, policy, today) === null);
