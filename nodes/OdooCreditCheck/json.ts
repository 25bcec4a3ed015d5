import { BUCKET_NAMES, type Bucket } from './core/ageing';
import type { CreditDecision } from './core/decide';
import type { Named } from './core/facts';
import type { Decision } from './core/order';
import type { Reason } from './core/outcome';
import type { Plan } from './core/plan';
import { sentenceOf, type Currency } from './core/sentences';
import type { CreditSettings } from './core/settings';
import { recordOf } from '../shared/core/collections';
import { add, roundTo, type Exact } from '../shared/core/exact';

/** What was done for one order, or in a Dry Run would be. */
interface EffectsDone {
	/** `kept`: the same decision is recorded already. */
	readonly note: 'kept' | 'off' | 'written';
	readonly tag: 'added' | 'kept' | 'off' | 'removed';
	readonly confirmed: boolean;
	readonly reservationsReleased: boolean;
}

/** What the node adds to the item, under `credit`. Amounts in `exposure.currency`, rounded once, here. */
export interface CreditJson {
	readonly decision: Decision;
	/** For *Released Decision*: a release counts for the decision that it names. Null when nothing is recorded. */
	readonly decisionKey: string | null;
	readonly reasons: readonly {
		readonly code: string;
		readonly reaction: Reason['reaction'];
		readonly message: string;
		readonly actual: number | null;
		readonly threshold: number | null;
		readonly unit: Reason['unit'];
	}[];
	readonly exposure: {
		readonly currency: string;
		readonly receivables: number;
		readonly ageing: { readonly [name in Bucket]: number };
		/** Credits and payments beyond all debts; zero or negative. */
		readonly unapplied: number;
		readonly overdue: number;
		readonly oldestOverdueDays: number;
		readonly draftInvoices: number;
		readonly deliveredNotInvoiced: number;
		readonly undelivered: number;
		readonly approvedQuotations: number;
		readonly approvedInRun: number;
		readonly thisOrder: number;
		/** Taken off the figures above already. */
		readonly downPayments: number;
		readonly total: number;
		readonly group: number | null;
	};
	/** Null when the limit is not managed. */
	readonly limit: number | null;
	readonly headroom: number | null;
	/** Percent of the limit. */
	readonly utilisation: number | null;
	readonly approval: {
		readonly level: string;
		readonly approvers: readonly Named[];
		readonly excluded: readonly {
			readonly id: number;
			readonly name: string;
			readonly because: string;
		}[];
		readonly overLimit: number;
	} | null;
	readonly releasedBy: Named | null;
	readonly account: Named;
	readonly company: Named;
	readonly orderTotal: number;
	/** ISO 8601 */
	readonly dataAsOf: string;
	readonly rateDate: string;
	readonly policy: {
		readonly name: string;
		readonly hash: string;
		readonly segments: readonly string[];
	};
	readonly effects: EffectsDone;
	readonly dryRun: boolean;
}

const RATIO_DECIMALS = 2;

const toReason = (reason: Reason, currency: Currency): CreditJson['reasons'][number] => {
	const round = (value: Exact | null) =>
		value === null
			? null
			: roundTo(value, reason.unit === 'amount' ? currency.decimals : RATIO_DECIMALS);
	return {
		code: reason.code,
		reaction: reason.reaction,
		message: sentenceOf(reason, currency),
		actual: round(reason.actual),
		threshold: round(reason.threshold),
		unit: reason.unit,
	};
};

const toExposure = ({
	exposure,
	account: { currency, decimals },
}: CreditDecision): CreditJson['exposure'] => {
	const round = (value: Exact) => roundTo(value, decimals);
	const { ageing } = exposure;
	return {
		currency,
		receivables: round(ageing.total),
		ageing: recordOf(
			BUCKET_NAMES,
			(name) => name,
			(name) => round(ageing.buckets[name]),
		),
		unapplied: round(ageing.unapplied),
		overdue: round(ageing.overdue),
		oldestOverdueDays: ageing.oldestOverdueDays,
		draftInvoices: round(exposure.draftInvoices),
		deliveredNotInvoiced: round(exposure.deliveredNotInvoiced),
		undelivered: round(exposure.undelivered),
		approvedQuotations: round(exposure.approvedQuotations),
		approvedInRun: round(exposure.approvedInRun),
		thisOrder: round(exposure.thisOrder),
		downPayments: round(exposure.downPayments),
		total: round(exposure.total),
		group: exposure.group === null ? null : round(exposure.group),
	};
};

const toEffects = (
	{ decision, writesNote, addsTag, removesTags, confirms, releasesReservations }: Plan,
	{ effects }: CreditSettings,
): EffectsDone => {
	const isCancelled = decision.order.state === 'cancelled';
	const tag = addsTag !== null ? 'added' : removesTags.length > 0 ? 'removed' : 'kept';
	return {
		note: !effects.note || isCancelled ? 'off' : writesNote ? 'written' : 'kept',
		tag: !effects.tag || isCancelled ? 'off' : tag,
		confirmed: confirms,
		reservationsReleased: releasesReservations,
	};
};

export const toCreditJson = (plan: Plan, settings: CreditSettings): CreditJson => {
	const { decision, basis } = plan;
	const { account, headroom, utilisation, approval } = decision;
	const { decimals } = account;
	return {
		decision: decision.decision,
		decisionKey: settings.dryRun && plan.writesNote ? null : plan.key,
		reasons: decision.reasons.map((reason) => toReason(reason, account)),
		exposure: toExposure(decision),
		limit: headroom === null ? null : roundTo(add(headroom, decision.exposure.total), decimals),
		headroom: headroom === null ? null : roundTo(headroom, decimals),
		utilisation: utilisation === null ? null : roundTo(utilisation, RATIO_DECIMALS),
		approval: approval && {
			level: approval.level,
			approvers: approval.approvers,
			excluded: approval.excluded.map(({ approver, because }) => ({ ...approver, because })),
			overLimit: roundTo(approval.overLimit, decimals),
		},
		releasedBy: decision.releasedBy,
		account: account.account,
		company: account.company,
		orderTotal: roundTo(decision.orderTotal, decimals),
		dataAsOf: basis.asOf,
		rateDate: basis.rateDate,
		policy: {
			name: basis.policyName,
			hash: basis.policyHash,
			segments: decision.segments,
		},
		effects: toEffects(plan, settings),
		dryRun: settings.dryRun,
	};
};
