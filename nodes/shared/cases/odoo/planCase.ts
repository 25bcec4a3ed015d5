import {
	decideCase,
	deadlineOf,
	heldDeadline,
	summaryOf,
	type CaseDecision,
	type CasePolicy,
	type OrderFacts,
} from '../core/case';
import { withoutOrder, type Diagnosis } from '../core/diagnosis';
import { caseKey, episodeOf } from '../core/episode';
import { chooseOwner, type OwnerChoice } from '../core/owner';
import { clockIn } from '../../core/zonedTime';
import type { ActivityState, HeldCase, NewCase } from './caseActivities';
import { caseNote } from './caseNote';
import { candidatesFor, type OwnerRules, type UserDirectory } from './owners';

/** What to do about one item. */
export interface CaseRequest {
	/** The order the case belongs on, or why the item names none. */
	readonly target: { readonly orderId: number } | { readonly missing: string };
	readonly diagnosis: Diagnosis;
	readonly policy: CasePolicy;
	readonly owners: OwnerRules;
	readonly writes: boolean;
	readonly notifiesOwner: boolean;
}

/** A case as it stands for one item. */
export interface RaisedCase {
	readonly decision: CaseDecision;
	readonly owner: OwnerChoice;
	/** Epoch milliseconds. */
	readonly deadline: number;
	/** Null in a dry run, and without an order to put it on. */
	readonly activityId: number | null;
	/** Null without an order. */
	readonly episode: number | null;
	/** This item opened the case, or in a dry run would open it. */
	readonly isNew: boolean;
	readonly summary: string;
}

/** What is known of a run when its cases are planned. */
export interface Scene {
	readonly orders: ReadonlyMap<number, OrderFacts>;
	readonly heldByOrder: ReadonlyMap<number, readonly HeldCase[]>;
	readonly directory: UserDirectory;
	/** Epoch milliseconds. */
	readonly now: number;
}

export type PlannedCase =
	/** Nothing to write: Odoo holds the case, or there is no order to hold it. */
	| { readonly kind: 'settled'; readonly key: string | null; readonly raised: RaisedCase }
	| {
			readonly kind: 'opens';
			readonly key: string;
			readonly raised: RaisedCase;
			readonly activity: NewCase;
	  };

const NOBODY: OwnerChoice = { user: null, fallback: null };

export const planCase = (request: CaseRequest, scene: Scene): PlannedCase => {
	const { diagnosis } = request;
	const order = 'orderId' in request.target ? scene.orders.get(request.target.orderId) : undefined;
	if (order)
		return planOnOrder(request, decideCase(diagnosis, order, request.policy), order, scene);
	const why =
		'missing' in request.target
			? request.target.missing
			: `There is no sales order ${request.target.orderId}, or the integration user may not see it`;
	const decision = decideCase(withoutOrder(diagnosis, why), null, request.policy);
	const deadline = deadlineOf(decision, request.policy, scene.now);
	const raised = {
		decision,
		owner: NOBODY,
		deadline,
		activityId: null,
		episode: null,
		isNew: false,
		summary: summaryOf(decision, null),
	};
	return { kind: 'settled', key: null, raised };
};

const planOnOrder = (
	request: CaseRequest,
	decision: CaseDecision,
	order: OrderFacts,
	scene: Scene,
): PlannedCase => {
	const held = scene.heldByOrder.get(order.id) ?? [];
	const episode = episodeOf(held, order.id, decision.code);
	const key = caseKey(order.id, decision.code, episode.episode);
	const summary = summaryOf(decision, order);
	const open = held.find(
		({ activityId }) => episode.kind === 'open' && activityId === episode.activityId,
	);
	if (open)
		return {
			kind: 'settled',
			key,
			raised: heldCase(request.policy, decision, open, open.episode, summary),
		};
	const owner = chooseOwner(
		decision.role,
		candidatesFor(decision.role, request.owners, order, scene.directory),
		order.companyId,
	);
	const deadline = deadlineOf(decision, request.policy, scene.now);
	const { timeZone } = request.policy.calendar;
	const clock = clockIn(timeZone);
	return {
		kind: 'opens',
		key,
		raised: {
			decision,
			owner,
			deadline,
			activityId: null,
			episode: episode.episode,
			isNew: true,
			summary,
		},
		activity: {
			orderId: order.id,
			code: decision.code,
			episode: episode.episode,
			ownerId: owner.user?.id ?? null,
			dueDate: clock.toLocal(deadline).date,
			summary,
			noteHtml: caseNote(
				decision,
				order,
				owner,
				`${clock.toIso(deadline).slice(0, 16).replace('T', ' ')} (${timeZone})`,
			),
		},
	};
};

/** The case as Odoo holds it: its owner and date may have been changed by people. */
export const heldCase = (
	policy: CasePolicy,
	decision: CaseDecision,
	activity: ActivityState,
	episode: number,
	summary: string,
): RaisedCase => ({
	decision,
	owner: { user: activity.owner, fallback: null },
	deadline: heldDeadline(decision, policy, activity.openedAt, activity.dueDate),
	activityId: activity.activityId,
	episode,
	isNew: false,
	summary,
});
