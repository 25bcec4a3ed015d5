import { clockIn } from '../../core/zonedTime';
import type { NewActivity } from '../../traces/odoo/activities';
import { candidatesFor, type UserDirectory } from '../core/candidates';
import { decideCase, deadlineOf, heldDeadline, summaryOf, type OrderFacts } from '../core/case';
import { withoutOrder } from '../core/diagnosis';
import { caseKey, episodeOf } from '../core/episode';
import { chooseOwner, type OwnerChoice } from '../core/owner';
import { caseNote } from './caseNote';
import type { CaseRequest, RaisedCase } from './caseRequest';
import type { ActivityState, HeldCase } from './readCases';

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
			readonly activity: NewActivity;
	  };

export const planCase = (request: CaseRequest, scene: Scene): PlannedCase => {
	const { target } = request;
	if ('missing' in target) return planWithoutOrder(request, scene, target.missing);
	const order = scene.orders.get(target.orderId);
	if (order) return planOnOrder(request, scene, order);
	const why = `There is no sales order ${target.orderId}, or the integration user may not see it`;
	return planWithoutOrder(request, scene, why);
};

const NOBODY: OwnerChoice = { user: null, fallback: null };

const planWithoutOrder = (
	{ diagnosis, policy }: CaseRequest,
	{ now }: Scene,
	why: string,
): PlannedCase => {
	const decision = decideCase(withoutOrder(diagnosis, why), null, policy);
	const raised = {
		decision,
		owner: NOBODY,
		deadline: deadlineOf(decision, policy, now),
		activityId: null,
		episode: null,
		isNew: false,
		summary: summaryOf(decision, null),
	};
	return { kind: 'settled', key: null, raised };
};

const planOnOrder = (request: CaseRequest, scene: Scene, order: OrderFacts): PlannedCase => {
	const { policy } = request;
	const decision = decideCase(request.diagnosis, order, policy);
	const held = scene.heldByOrder.get(order.id) ?? [];
	const { episode, ...found } = episodeOf(held, order.id, decision.code);
	const key = caseKey(order.id, decision.code, episode);
	const about = { decision, episode, summary: summaryOf(decision, order) };
	const open = held.find(
		({ activityId }) => found.kind === 'open' && activityId === found.activityId,
	);
	if (open) return { kind: 'settled', key, raised: asHeld(about, request, open) };
	const { role } = decision;
	const question = { role, rules: request.owners, order, directory: scene.directory };
	const raised = {
		...about,
		owner: chooseOwner(role, candidatesFor(question), order.companyId),
		deadline: deadlineOf(decision, policy, scene.now),
		activityId: null,
		isNew: true,
	};
	return { kind: 'opens', key, raised, activity: toActivity(key, raised, { request, order }) };
};

const toActivity = (
	key: string,
	{ decision, owner, deadline, summary }: RaisedCase,
	{ request, order }: { readonly request: CaseRequest; readonly order: OrderFacts },
): NewActivity => {
	const { timeZone } = request.policy.calendar;
	return {
		key,
		model: 'sale.order',
		modelId: 'sale.model_sale_order',
		recordId: order.id,
		// Odoo's own type for what went wrong: lists and kanban cards show its warning sign.
		type: 'mail.mail_activity_data_warning',
		summary,
		noteHtml: caseNote({ decision, order, owner, deadline, timeZone }),
		dueDate: clockIn(timeZone).toLocal(deadline).date,
		ownerId: owner.user?.id ?? null,
	};
};

/** The case as Odoo holds it: its owner and date may have been changed by people. */
export const asHeld = (
	{ decision, episode, summary }: Pick<RaisedCase, 'decision' | 'episode' | 'summary'>,
	{ policy }: CaseRequest,
	{ activityId, owner, openedAt, dueDate }: ActivityState,
): RaisedCase => ({
	decision,
	owner: { user: owner, fallback: null },
	deadline: heldDeadline({ decision, policy, openedAt, dueDate }),
	activityId,
	episode,
	isNew: false,
	summary,
});
