import type { InvoicingOrder } from './facts';
import type { InvoicePolicy } from './policy';
import { proofOf, shippedTransfers, type Proof } from './proof';
import { totalQuantities } from './quantities';

/** What the gate saw. Quantities are sums over the order's lines. */
export interface GateEvidence {
	readonly ordered: number;
	readonly delivered: number;
	readonly invoiced: number;
	/** For each transfer that left, what proves its arrival. */
	readonly proof: readonly {
		readonly transfer: string;
		readonly shippedAt: string | null;
		readonly by: Proof | null;
	}[];
}

export const gateEvidence = (
	order: InvoicingOrder,
	policy: InvoicePolicy,
	today: string,
): GateEvidence => ({
	...totalQuantities(order),
	proof: shippedTransfers(order).map((transfer) => ({
		transfer: transfer.name,
		shippedAt: transfer.doneAt,
		by: proofOf({ transfer, order, policy: policy.proof, today }),
	})),
});
