import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { OWNER_ROLES, outputOf, ROLE_NAMES } from '../shared/cases/core/roles';
import { clockIn } from '../shared/core/zonedTime';
import { executeNode } from '../shared/n8n/executeNode';
import { openClient } from '../shared/n8n/openClient';
import { readOrderTargets, type OrderTarget } from '../shared/n8n/orderParameter';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import type { CaseRequest, RaisedCase } from '../shared/cases/odoo/caseRequest';
import { raiseCases, type CaseOutcome } from '../shared/cases/odoo/raiseCases';
import { diagnose } from './core/diagnose';
import { signOf } from './itemSign';
import { readParameters } from './parameters';
import { REASON_CASES } from './reasonCases';

const PLAN = {
	names: OWNER_ROLES.map((role) => ROLE_NAMES[role]),
	safeOutput: outputOf('integration'),
};

export const routeExceptions = async (
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> =>
	await executeNode(context, PLAN, async () => {
		const client = await openClient(context);
		const targets = await readOrderTargets(context, client);
		const requests = targets.map((target, itemIndex) => readRequest(context, itemIndex, target));
		const raised = await raiseCases(
			client,
			requests.flatMap((request) => ('error' in request ? [] : [request])),
		);
		tellFallbacks(context, raised);
		const queue = [...raised];
		return requests.map((request): Outcome => {
			const outcome = 'error' in request ? undefined : queue.shift();
			if ('error' in request || outcome === undefined)
				return failed('error' in request ? request.error : undefined);
			if (outcome.kind === 'failed') return failed(outcome.error);
			return routed(outputOf(outcome.raised.decision.role), {
				exception: toJson(outcome.raised, request),
			});
		});
	});

const MOST_HINTS = 3;

/** An owner who had to be replaced is worth a look at the parameters: said once, on the node. */
const tellFallbacks = (context: IExecuteFunctions, outcomes: readonly CaseOutcome[]): void => {
	const told = outcomes.flatMap((outcome) =>
		outcome.kind === 'raised' ? (outcome.raised.owner.fallback ?? []) : [],
	);
	const hints = [...new Set(told)]
		.slice(0, MOST_HINTS)
		.map((message) => ({ message, type: 'warning' as const, location: 'outputPane' as const }));
	if (hints.length > 0) context.addExecutionHints(...hints);
};

/** A parameter that cannot be read fails its item alone. */
const readRequest = (
	context: IExecuteFunctions,
	itemIndex: number,
	target: OrderTarget,
): CaseRequest | { readonly error: unknown } => {
	try {
		const parameters = readParameters(context, itemIndex);
		return {
			...parameters,
			target:
				target.kind === 'order' ? { orderId: target.orderId } : { missing: target.error.message },
			diagnosis: diagnose(
				signOf(context.getInputData()[itemIndex]?.json ?? {}, parameters),
				REASON_CASES,
			),
		};
	} catch (error) {
		return { error };
	}
};

const toJson = (raised: RaisedCase, { policy, writes }: CaseRequest): IDataObject => {
	const { code, stage, kind, category, severity, priority, role, slaHours, advice, reasons } =
		raised.decision;
	const { user, fallback } = raised.owner;
	return {
		code,
		stage,
		kind,
		category,
		severity,
		priority,
		owner: { id: user?.id ?? null, name: user?.name ?? null, role: ROLE_NAMES[role], fallback },
		deadline: clockIn(policy.calendar.timeZone).toIso(raised.deadline),
		timeZone: policy.calendar.timeZone,
		slaHours,
		activityId: raised.activityId,
		episode: raised.episode,
		isNew: raised.isNew,
		dryRun: !writes,
		summary: raised.summary,
		advice,
		reasons: reasons.map(({ code: reasonCode, text, figures }) => ({
			code: reasonCode,
			message: text,
			figures: { ...figures },
		})),
	};
};
