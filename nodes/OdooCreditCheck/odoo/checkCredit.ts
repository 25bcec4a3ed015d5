import { decideRun } from '../core/decideRun';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { nameApprovers } from './approvers';
import { carryOut, isApproval, type CarriedOut } from './carryOut';
import { toEffects } from './effects';
import { prepare, type Prepared } from './prepare';
import { readFacts } from './readFacts';
import type { CreditSettings } from '../core/settings';
import { toCreditJson, type CreditJson } from './toCreditJson';

export type CreditOutcome =
	| { readonly kind: 'decided'; readonly credit: CreditJson }
	| { readonly kind: 'failed'; readonly error: OdooError };

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
	const approvedHere = new Set<number>();
	const known = await nameApprovers(client, settings);
	let pending = orderIds;
	for (let round = 1; pending.length > 0 && round <= ROUNDS; round += 1) {
		const { decided, again } = await checkRound(client, pending, known, approvedHere);
		decided.forEach((outcome, id) => outcomes.set(id, outcome));
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

interface Round {
	readonly decided: ReadonlyMap<number, CreditOutcome>;
	readonly again: ReadonlySet<number>;
}

/** @param approvedHere orders that this run itself recorded as approved; more are added */
const checkRound = async (
	client: OdooClient,
	orderIds: readonly number[],
	settings: CreditSettings,
	approvedHere: Set<number>,
): Promise<Round> => {
	const read = await readFacts(client, orderIds, settings);
	const orders = read.facts.orders.map((order) =>
		approvedHere.has(order.id) ? { ...order, decidedAnew: true } : order,
	);
	const decisions = decideRun({ ...read.facts, orders }, settings.rules);
	const prepared = decisions.map((decision) => prepare(decision, read, settings));
	const done = settings.dryRun ? NOTHING_DONE : await carryOut(client, prepared, read, settings);
	for (const one of prepared)
		if (isApproval(one) && one.planned.writesNote) approvedHere.add(one.planned.decision.order.id);
	const failed = new Map([...read.failed, ...done.failed]);
	const decided = new Map<number, CreditOutcome>(
		[...failed].map(([id, error]) => [id, { kind: 'failed', error }]),
	);
	for (const one of prepared) {
		const { id } = one.planned.decision.order;
		if (!done.again.has(id) && !failed.has(id)) decided.set(id, toOutcome(one, settings));
	}
	return { decided, again: done.again };
};

const NOTHING_DONE: CarriedOut = { failed: new Map(), again: new Set() };

const toOutcome = ({ planned, context }: Prepared, settings: CreditSettings): CreditOutcome => ({
	kind: 'decided',
	credit: toCreditJson(planned.decision, context, {
		effects: toEffects(planned, settings),
		dryRun: settings.dryRun,
	}),
});
