import type { CreditDecision, Reason } from '../../core/credit/decide';
import { decideRun } from '../../core/credit/decideRun';
import { identityOf } from '../../core/credit/identity';
import { isRecorded } from '../../core/credit/validity';
import { OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { nameApprovers } from './approvers';
import { moveOrders, planTags, toEffects, writeTags, type Planned } from './effects';
import { toNoteHtml, type NoteContext } from './noteHtml';
import { readFacts, type FactsRead } from './readFacts';
import { recordApprovals, recordStops, scopeOf, type ToRecord } from './record';
import type { CreditSettings } from './settings';
import { toCreditJson, type CreditJson } from './toCreditJson';

export type CreditOutcome =
	| { readonly kind: 'decided'; readonly credit: CreditJson }
	| { readonly kind: 'failed'; readonly error: unknown };

/** Another run may come in between each time; so often it is not chance. */
const ROUNDS = 6;

/**
 * Decides the orders in the order given and, unless it is a Dry Run, records and carries out the decisions. When
 * another run approved something for the same limit at the same moment, those orders are read and decided again.
 */
export const checkCredit = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: CreditSettings,
): Promise<ReadonlyMap<number, CreditOutcome>> => {
	const outcomes = new Map<number, CreditOutcome>();
	const known = await nameApprovers(client, settings);
	let pending = orderIds;
	for (let round = 1; pending.length > 0 && round <= ROUNDS; round += 1) {
		const again = await checkRound(client, pending, known, round > 1, outcomes);
		pending = pending.filter((id) => again.has(id));
	}
	for (const id of pending) outcomes.set(id, { kind: 'failed', error: overtaken() });
	return outcomes;
};

const overtaken = (): OdooError =>
	new OdooError({
		kind: 'conflict',
		call: 'sale.order credit check',
		reason: 'other runs keep approving orders of the same customer',
	});

const checkRound = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: CreditSettings,
	anew: boolean,
	outcomes: Map<number, CreditOutcome>,
): Promise<ReadonlySet<number>> => {
	const read = await readFacts(client, orderIds, settings);
	for (const [id, error] of read.failed) outcomes.set(id, { kind: 'failed', error });
	const orders = anew
		? read.facts.orders.map((order) => ({ ...order, decidedAnew: true }))
		: read.facts.orders;
	const decisions = decideRun({ ...read.facts, orders }, settings.rules);
	const prepared = decisions.map((decision) => prepare(decision, read, settings));
	const again = settings.dryRun
		? new Set<number>()
		: await carryOut(client, prepared, read, settings, outcomes);
	for (const { planned, context } of prepared) {
		const { id } = planned.decision.order;
		if (again.has(id) || outcomes.has(id)) continue;
		outcomes.set(id, {
			kind: 'decided',
			credit: toCreditJson(planned.decision, context, {
				effects: toEffects(planned, settings),
				dryRun: settings.dryRun,
			}),
		});
	}
	return again;
};

interface Prepared {
	readonly planned: Planned;
	readonly context: NoteContext;
	readonly digest: string;
}

const prepare = (
	decision: CreditDecision,
	{ asOf, facts, rows }: FactsRead,
	settings: CreditSettings,
): Prepared => {
	const policyHash = settings.digest(
		JSON.stringify([decision.policy, settings.rules.validity, settings.horizonDays]),
	);
	const digest = settings.digest(identityOf(decision, policyHash));
	const { order, account } = decision;
	const hasReason = (wanted: Reason['code']) =>
		decision.reasons.some(({ code }) => code === wanted);
	const sameAsBefore =
		!hasReason('release_not_allowed') &&
		(hasReason('approved_before') ||
			isRecorded(order.earlier, digest, settings.rules.validity, facts.today));
	const row = rows.get(order.id);
	return {
		planned: {
			decision,
			tags: row ? planTags(decision, row, settings) : { add: null, remove: [] },
			writesNote: settings.effects.note && order.state !== 'cancelled' && !sameAsBefore,
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

const toRecord = ({ planned, context, digest }: Prepared): ToRecord => ({
	decision: planned.decision,
	digest,
	html: toNoteHtml(planned.decision, context),
});

/**
 * Approvals are recorded before anything follows from them. A hold gets its tag first: a note without the tag would
 * read as a hold that somebody released.
 * @returns the orders to decide again
 */
const carryOut = async (
	client: OdooClient,
	prepared: readonly Prepared[],
	read: FactsRead,
	settings: CreditSettings,
	outcomes: Map<number, CreditOutcome>,
): Promise<ReadonlySet<number>> => {
	const fail = (failures: ReadonlyMap<number, unknown>) =>
		failures.forEach((error, id) => outcomes.set(id, { kind: 'failed', error }));
	const isApproval = ({ planned }: Prepared) => planned.decision.decision === 'approved';
	const approvals = await recordApprovals(
		client,
		prepared.filter((one) => isApproval(one) && one.planned.writesNote).map(toRecord),
		read,
	);
	fail(approvals.failed);
	const again = new Set(
		prepared
			.filter(({ planned }) => approvals.overtaken.has(scopeOf(planned.decision.account)))
			.map(({ planned }) => planned.decision.order.id),
	);
	const standing = () =>
		prepared.filter(
			({ planned }) =>
				!again.has(planned.decision.order.id) && !outcomes.has(planned.decision.order.id),
		);
	fail(
		await writeTags(
			client,
			standing().map(({ planned }) => planned),
			settings,
		),
	);
	fail(
		await recordStops(
			client,
			standing()
				.filter((one) => !isApproval(one) && one.planned.writesNote)
				.map(toRecord),
			read.facts.today,
		),
	);
	fail(
		await moveOrders(
			client,
			standing().map(({ planned }) => planned),
			settings,
		),
	);
	return again;
};
