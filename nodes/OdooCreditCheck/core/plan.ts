import type { CreditDecision } from './decide';
import { identityOf } from './identity';
import { TAG_OF, type TagKind } from './order';
import { asRecordedBefore, withoutOff } from './policy';
import { toDecisionRecord, toReference } from './record';
import type { ReasonCode } from './rules';
import type { RunFacts } from './runLedger';
import type { CreditSettings } from './settings';
import { factsOf, isRecorded } from './validity';

/** By what policy and as of when a decision was made. */
export interface Basis {
	readonly policyName: string;
	/** Hexadecimal. */
	readonly policyHash: string;
	/** ISO 8601 */
	readonly asOf: string;
	/** `YYYY-MM-DD` */
	readonly rateDate: string;
}

/** A decision with what follows from it in Odoo. */
export interface Plan {
	readonly decision: CreditDecision;
	readonly basis: Basis;
	/** Of the facts that made the decision; hexadecimal. */
	readonly digest: string;
	/** Names the decision as it is, or will be, recorded, so that a release can say what it was given for; null without a record. */
	readonly key: string | null;
	readonly writesNote: boolean;
	readonly addsTag: TagKind | null;
	readonly removesTags: readonly TagKind[];
	readonly confirms: boolean;
	readonly releasesReservations: boolean;
}

export const planEffects = (
	decision: CreditDecision,
	{ facts, asOf }: { readonly facts: RunFacts; readonly asOf: string },
	{ rules, effects, digest, policyName, horizonDays }: CreditSettings,
): Plan => {
	const { order, account, policy } = decision;
	const hashOf = (some: unknown) => digest(JSON.stringify([some, rules.validity, horizonDays]));
	const policyHash = hashOf(withoutOff(policy));
	const digestOfDecision = digest(identityOf(decision, policyHash));
	const isKnown = isRecorded(order.earlier, {
		digests: [digestOfDecision, digest(identityOf(decision, hashOf(asRecordedBefore(policy))))],
		facts: factsOf(order),
		validity: rules.validity,
		today: facts.today,
	});
	const isOpen = order.state !== 'cancelled';
	const writesNote = effects.note && isOpen && isNew(decision, isKnown);
	const tags = effects.tag && isOpen ? tagsFor(decision) : { addsTag: null, removesTags: [] };
	const record = toDecisionRecord({ decision, digest: digestOfDecision, ...tags }, facts.today);
	const reference = writesNote ? toReference(record) : order.earlier?.reference;
	return {
		decision,
		basis: {
			policyName,
			policyHash,
			asOf,
			rateDate: facts.rates.get(account.company.id)?.date ?? facts.today,
		},
		digest: digestOfDecision,
		key: reference === undefined ? null : digest(reference),
		writesNote,
		...tags,
		confirms: effects.confirm && decision.decision === 'approved' && order.state === 'quotation',
		releasesReservations:
			effects.releaseReservations && decision.decision === 'onHold' && order.state === 'confirmed',
	};
};

/** A release that does not count leaves the decision what it was, and is reported each time. */
const isNew = ({ reasons }: CreditDecision, isKnown: boolean): boolean => {
	const has = (wanted: ReasonCode) => reasons.some(({ code }) => code === wanted);
	return (
		has('release_not_allowed') || has('approval_ended') || !(has('approved_before') || isKnown)
	);
};

const tagsFor = ({ decision, order }: CreditDecision): Pick<Plan, 'addsTag' | 'removesTags'> => {
	const wanted = TAG_OF[decision];
	return {
		addsTag: wanted !== null && !order.tags.includes(wanted) ? wanted : null,
		removesTags: order.ownTags.filter((kind) => kind !== wanted),
	};
};
