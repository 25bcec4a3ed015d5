import type { ApprovalFacts } from '../../shared/ledger/core/approvalFacts';
import type { CreditDecision } from './decide';
import type { Decision, EarlierDecision, TagKind } from './order';
import {
	fromFactsText,
	fromScaled,
	toFactsText,
	toScaled,
	type RecordedTags,
} from './recordedFacts';
import { factsOf } from './validity';

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
export interface DecisionRecord extends RecordedTags {
	readonly orderId: number;
	/** First decision about the order: 1. */
	readonly sequence: number;
	readonly decision: Decision;
	readonly byHand: boolean;
	/** `YYYY-MM-DD` */
	readonly on: string;
	/** Hexadecimal. */
	readonly digest: string;
	readonly given: ApprovalFacts;
}

export const RECORD_PREFIX = 'credit-';

/**
 * `credit-<order>-<sequence>-<letter>-<date>-<total>-<digest>-<account>-<company>`, and unless recorded by 0.1.0
 * what `toFactsText` adds
 */
export const toReference = (record: DecisionRecord): string => {
	const { total, debtorId, companyId } = record.given;
	return [
		`${RECORD_PREFIX}${record.orderId}`,
		record.sequence,
		letterOf(record),
		record.on.replace(/-/g, ''),
		toScaled(total),
		record.digest,
		debtorId,
		companyId,
		...toFactsText(record.given, record),
	].join('-');
};

const letterOf = ({ decision, byHand }: DecisionRecord): Letter =>
	LETTERS.find(
		(letter) => MEANING[letter].decision === decision && MEANING[letter].byHand === byHand,
	) ?? 'h';

const FIRST_FORM =
	/^credit-(\d+)-(\d+)-([anhm])-(\d{4})(\d{2})(\d{2})-(-?\d+)-([0-9a-f]+)-(\d+)-(\d+)(.*)$/;

/** Null for a reference of something else. */
export const fromReference = (reference: string): DecisionRecord | null => {
	const match = FIRST_FORM.exec(reference);
	if (!match) return null;
	const [
		,
		orderId,
		sequence,
		letter,
		year,
		month,
		day,
		total = '',
		digest = '',
		debtorId,
		companyId,
	] = match;
	const known = LETTERS.find((name) => name === letter);
	const recorded = fromFactsText(match[11] ?? '');
	if (!known || recorded === null) return null;
	const { byHand } = MEANING[known];
	return {
		orderId: Number(orderId),
		sequence: Number(sequence),
		...MEANING[known],
		...(recorded.tags ?? { holdIsTheirs: byHand, takesOff: [] }),
		on: `${year}-${month}-${day}`,
		digest,
		given: {
			debtorId: Number(debtorId),
			companyId: Number(companyId),
			total: fromScaled(total),
			...recorded.facts,
		},
	};
};

/** A record with what Odoo says of its note. */
export type FoundRecord = DecisionRecord & Pick<EarlierDecision, 'messageId' | 'storedAt'>;

/** The latest of an order's recorded decisions. */
export const latestOf = (records: readonly FoundRecord[]): EarlierDecision | null => {
	const latest = records.reduce<FoundRecord | null>(
		(last, record) => (last === null || record.sequence >= last.sequence ? record : last),
		null,
	);
	if (latest === null) return null;
	return {
		...latest,
		count: latest.sequence,
		reference: toReference(latest),
		mayBeCancelled: false,
	};
};

const isOnlyByHand = ({ decision, reasons }: CreditDecision): boolean =>
	decision === 'onHold' &&
	reasons.every(({ code, reaction }) => reaction !== 'hold' || code === 'order_on_hold');

interface Decided {
	readonly decision: CreditDecision;
	/** Hexadecimal. */
	readonly digest: string;
	readonly removesTags: readonly TagKind[];
}

/** @param on `YYYY-MM-DD` */
export const toDecisionRecord = (
	{ decision, digest, removesTags }: Decided,
	on: string,
): DecisionRecord => {
	const { order, accepted } = decision;
	return {
		orderId: order.id,
		sequence: (order.earlier?.count ?? 0) + 1,
		decision: decision.decision,
		byHand: isOnlyByHand(decision),
		holdIsTheirs: order.heldByHand,
		takesOff: removesTags,
		on,
		digest,
		given: { ...factsOf(order), reasons: accepted },
	};
};
