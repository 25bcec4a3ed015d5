import type { CreditDecision } from './decide';
import type { Decision, EarlierDecision } from './order';

/** `m` is a hold for no other reason than a person's tag. */
const LETTERS = ['a', 'n', 'h', 'm'] as const;
type Letter = (typeof LETTERS)[number];

const MEANING = {
	a: { decision: 'approved', byHand: false },
	n: { decision: 'needsApproval', byHand: false },
	h: { decision: 'onHold', byHand: false },
	m: { decision: 'onHold', byHand: true },
} as const satisfies Record<Letter, { readonly decision: Decision; readonly byHand: boolean }>;

/** A decision as its note's reference carries it, so that Odoo stays the only store. */
export interface DecisionRecord {
	readonly orderId: number;
	/** First decision about the order: 1. */
	readonly sequence: number;
	readonly decision: Decision;
	readonly byHand: boolean;
	/** `YYYY-MM-DD` */
	readonly on: string;
	/** The order's total, in its currency. */
	readonly total: number;
	/** Hexadecimal. */
	readonly digest: string;
	readonly accountId: number;
	readonly companyId: number;
}

/** Decimals kept of a total; no currency has more than four. */
const SCALE = 10_000;

export const RECORD_PREFIX = 'credit-';

/** `credit-<order>-<sequence>-<letter>-<date>-<total>-<digest>-<account>-<company>` */
export const toReference = (record: DecisionRecord): string =>
	[
		`${RECORD_PREFIX}${record.orderId}`,
		record.sequence,
		letterOf(record),
		record.on.replace(/-/g, ''),
		Math.round(record.total * SCALE),
		record.digest,
		record.accountId,
		record.companyId,
	].join('-');

const letterOf = ({ decision, byHand }: DecisionRecord): Letter =>
	LETTERS.find(
		(letter) => MEANING[letter].decision === decision && MEANING[letter].byHand === byHand,
	) ?? 'h';

const REFERENCE =
	/^credit-(\d+)-(\d+)-([anhm])-(\d{4})(\d{2})(\d{2})-(-?\d+)-([0-9a-f]+)-(\d+)-(\d+)$/;

/** Null for a reference of something else. */
export const fromReference = (reference: string): DecisionRecord | null => {
	const match = REFERENCE.exec(reference);
	if (!match) return null;
	const [, orderId, sequence, letter, year, month, day, total, digest = '', accountId, companyId] =
		match;
	const known = LETTERS.find((name) => name === letter);
	if (!known) return null;
	return {
		orderId: Number(orderId),
		sequence: Number(sequence),
		...MEANING[known],
		on: `${year}-${month}-${day}`,
		total: Number(total) / SCALE,
		digest,
		accountId: Number(accountId),
		companyId: Number(companyId),
	};
};

/** The latest of an order's recorded decisions. */
export const latestOf = (records: readonly DecisionRecord[]): EarlierDecision | null => {
	const latest = records.reduce<DecisionRecord | null>(
		(last, record) => (last === null || record.sequence >= last.sequence ? record : last),
		null,
	);
	if (latest === null) return null;
	const { decision, byHand, on, total, digest, sequence } = latest;
	return { decision, byHand, on, total, digest, count: sequence };
};

const isOnlyByHand = ({ decision, reasons }: CreditDecision): boolean =>
	decision === 'onHold' &&
	reasons.every(({ code, reaction }) => reaction !== 'hold' || code === 'order_on_hold');

/** @param on `YYYY-MM-DD` */
export const toDecisionRecord = (
	decision: CreditDecision,
	digest: string,
	on: string,
): DecisionRecord => {
	const { order, account } = decision;
	return {
		orderId: order.id,
		sequence: (order.earlier?.count ?? 0) + 1,
		decision: decision.decision,
		byHand: isOnlyByHand(decision),
		on,
		total: order.total,
		digest,
		accountId: account.account.id,
		companyId: account.company.id,
	};
};
