import { daysBetween } from '../../shared/core/time';
import type { InvoicingOrder, Transfer } from './facts';
import type { ProofPolicy, ProofSource } from './policy';

interface Question {
	readonly transfer: Transfer;
	readonly order: InvoicingOrder;
	readonly policy: ProofPolicy;
	/** `YYYY-MM-DD` */
	readonly today: string;
}

/** `POD_4711.pdf` and `signedNote.pdf` fit `pod` and `signed`; `tripod.pdf` fits neither. */
const wordsIn = (name: string): string =>
	` ${(name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').match(/\p{L}+/gu) ?? []).join(' ').toLowerCase()} `;

const hasWordOf = (name: string, wanted: readonly string[]): boolean => {
	const words = wordsIn(name);
	return wanted.some((one) => wordsIn(one).trim() !== '' && words.includes(wordsIn(one)));
};

const SHOWS = {
	signature: ({ transfer }) => transfer.signed,
	attachment: ({ transfer, policy }) =>
		transfer.documents.some((name) => hasWordOf(name, policy.documents)),
	carrierStatus: ({ transfer: { carrierStatus }, policy: { deliveredStatuses } }) =>
		carrierStatus !== null &&
		deliveredStatuses.some((status) => status.toLowerCase() === carrierStatus.toLowerCase()),
	itemField: ({ order }) => order.supplied.proof !== null,
} as const satisfies Record<ProofSource, (question: Question) => boolean>;

export type Proof = ProofSource | 'automatic';

/** What proves that the goods of a transfer arrived, or null. */
export const proofOf = (question: Question): Proof | null => {
	const { transfer, policy, today } = question;
	const source = policy.accepted.find((candidate) => SHOWS[candidate](question));
	if (source) return source;
	if (policy.automaticAfterDays === null || transfer.doneOn === null) return null;
	return daysBetween(transfer.doneOn, today) >= policy.automaticAfterDays ? 'automatic' : null;
};

export const shippedTransfers = (order: InvoicingOrder): Transfer[] =>
	order.transfers.filter(({ direction, state }) => direction === 'delivery' && state === 'done');
