import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { decideRun } from './core/decideRun';
import { DECISION_NAMES } from './core/explain';
import type { Decision } from './core/order';
import { planEffects, type Plan } from './core/plan';
import type { CreditSettings } from './core/settings';
import { toCreditJson, type CreditJson } from './json';
import { nameApprovers } from './odoo/readApprovers';
import { readFacts } from './odoo/readFacts';
import { readNamedReleases, type NamedReleases } from './odoo/readNamedReleases';
import { writeEffects, type EffectsWritten } from './odoo/writeEffects';
import { readParameters } from './parameters';
import { executeOrderNode } from '../shared/n8n/executeNode';
import { failed, routed, type Outcome, type OutputPlan } from '../shared/n8n/outcomes';
import { OdooError } from '../shared/odoo/errors';
import type { OdooClient } from '../shared/odoo/OdooClient';

const OUTPUT = { approved: 0, needsApproval: 1, onHold: 2 } as const satisfies Record<
	Decision,
	number
>;

export const OUTPUTS: OutputPlan = {
	names: [DECISION_NAMES.approved, DECISION_NAMES.needsApproval, DECISION_NAMES.onHold],
	safeOutput: OUTPUT.onHold,
};

export const runCreditCheck = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
	await executeOrderNode(context, OUTPUTS, async (client, orderIds, itemsOf) => {
		const outcomes = await checkCredit(client, orderIds, readParameters(context, itemsOf));
		return new Map([...outcomes].map(([id, outcome]) => [id, toItem(outcome)]));
	});

export type CreditOutcome =
	| { readonly kind: 'decided'; readonly credit: CreditJson }
	| { readonly kind: 'failed'; readonly error: OdooError };

const toItem = (outcome: CreditOutcome): Outcome =>
	outcome.kind === 'failed'
		? failed(outcome.error)
		: routed(OUTPUT[outcome.credit.decision], { credit: { ...outcome.credit } });

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
	const named = await nameApprovers(client, settings);
	const { releases, failed } = await readNamedReleases(client, settings);
	failed.forEach((error, id) => outcomes.set(id, { kind: 'failed', error }));
	let pending = orderIds.filter((id) => !failed.has(id));
	for (let round = 1; pending.length > 0 && round <= ROUNDS; round += 1) {
		const round = { settings: { ...named, releases }, approvedHere };
		const { decided, again } = await checkOnce(client, pending, round);
		decided.forEach((outcome, id) => outcomes.set(id, outcome));
		pending = pending.filter((id) => again.has(id));
	}
	for (const id of pending) outcomes.set(id, { kind: 'failed', error: overtaken() });
	return outcomes;
};

interface Round {
	readonly settings: CreditSettings & Pick<NamedReleases, 'releases'>;
	/** Orders that this run itself recorded as approved; more are added. */
	readonly approvedHere: Set<number>;
}

interface Checked {
	readonly decided: ReadonlyMap<number, CreditOutcome>;
	readonly again: ReadonlySet<number>;
}

const checkOnce = async (
	client: OdooClient,
	orderIds: readonly number[],
	{ settings, approvedHere }: Round,
): Promise<Checked> => {
	const read = await readFacts(client, orderIds, settings);
	const orders = read.facts.orders.map((order) =>
		approvedHere.has(order.id) ? { ...order, decidedAnew: true } : order,
	);
	const decisions = decideRun({ ...read.facts, orders }, settings.rules);
	const plans = decisions.map((decision) => planEffects(decision, read, settings));
	const written = settings.dryRun
		? NOTHING_WRITTEN
		: await writeEffects(client, plans, { ...read, tagNames: settings.tags });
	for (const { decision, writesNote } of plans)
		if (decision.decision === 'approved' && writesNote) approvedHere.add(decision.order.id);
	const refused = new Map([...read.failed, ...written.failed]);
	const standing = plans.filter(({ decision }) => !written.again.has(decision.order.id));
	return { decided: outcomesOf(standing, refused, settings), again: written.again };
};

const NOTHING_WRITTEN: EffectsWritten = { failed: new Map(), again: new Set() };

const outcomesOf = (
	plans: readonly Plan[],
	refused: ReadonlyMap<number, OdooError>,
	settings: CreditSettings,
): Map<number, CreditOutcome> =>
	new Map([
		...plans.map((plan): [number, CreditOutcome] => [
			plan.decision.order.id,
			{ kind: 'decided', credit: toCreditJson(plan, settings) },
		]),
		...[...refused].map(([id, error]): [number, CreditOutcome] => [id, { kind: 'failed', error }]),
	]);

const overtaken = (): OdooError =>
	new OdooError({
		kind: 'conflict',
		call: 'sale.order credit check',
		reason: 'other runs keep approving orders of the same customer',
	});
