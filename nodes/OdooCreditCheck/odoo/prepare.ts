import type { CreditDecision } from '../core/decide';
import { identityOf } from '../core/identity';
import type { ReasonCode } from '../core/rules';
import { isRecorded } from '../core/validity';
import { planTags, type Planned } from './effects';
import { toNoteHtml, type NoteContext } from './noteHtml';
import type { FactsRead } from './readFacts';
import type { ToRecord } from './record';
import type { CreditSettings } from '../core/settings';

/** A decision with what it will write. */
export interface Prepared {
	readonly planned: Planned;
	readonly context: NoteContext;
	readonly digest: string;
}

export const prepare = (
	decision: CreditDecision,
	{ asOf, facts, rows }: FactsRead,
	settings: CreditSettings,
): Prepared => {
	const { order, account, policy } = decision;
	const { validity } = settings.rules;
	const policyHash = settings.digest(JSON.stringify([policy, validity, settings.horizonDays]));
	const digest = settings.digest(identityOf(decision, policyHash));
	const isNew = !isKnown(decision, isRecorded(order.earlier, digest, validity, facts.today));
	const row = rows.get(order.id);
	return {
		planned: {
			decision,
			tags: row ? planTags(decision, row, settings) : { add: null, remove: [] },
			writesNote: settings.effects.note && order.state !== 'cancelled' && isNew,
		},
		context: {
			policyName: settings.policyName,
			policyHash,
			asOf,
			rateDate: facts.rates.get(account.company.id)?.date ?? facts.today,
		},
		digest,
	};
};

/** A release that does not count leaves the decision what it was, and is told each time. */
const isKnown = ({ reasons }: CreditDecision, recorded: boolean): boolean => {
	const has = (wanted: ReasonCode) => reasons.some(({ code }) => code === wanted);
	return !has('release_not_allowed') && (has('approved_before') || recorded);
};

export const toRecord = ({ planned, context, digest }: Prepared): ToRecord => ({
	decision: planned.decision,
	digest,
	html: toNoteHtml(planned.decision, context),
});
