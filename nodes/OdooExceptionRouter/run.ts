import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { OWNER_ROLES, outputOf, ROLE_NAMES } from '../shared/cases/core/roles';
import type { CaseRequest } from '../shared/cases/odoo/caseRequest';
import { raiseCases, type CaseOutcome } from '../shared/cases/odoo/raiseCases';
import { executeNode } from '../shared/n8n/executeNode';
import { openRunClient } from '../shared/n8n/openRunClient';
import { readOrderTargets, type OrderTarget } from '../shared/n8n/orderParameter';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { diagnose } from './core/diagnose';
import { exceptionJson } from './json';
import { tellFallbacks } from './ownerHints';
import { readParameters } from './parameters';
import { REASON_CASES } from './reasonCases';
import { readSign } from './signs/readSign';

const PLAN = {
	names: OWNER_ROLES.map((role) => ROLE_NAMES[role]),
	safeOutput: outputOf('integration'),
};

export const run = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
	await executeNode(context, PLAN, async () => {
		const client = await openRunClient(context);
		const targets = await readOrderTargets(context, client);
		const asked = targets.map((target, itemIndex) => readRequest(context, itemIndex, target));
		const requests = asked.flatMap((one) => ('error' in one ? [] : [one]));
		const outcomes = await raiseCases(client, requests);
		tellFallbacks(context, outcomes);
		const outcomeOf = new Map(requests.map((request, index) => [request, outcomes[index]]));
		return asked.map((one) =>
			'error' in one ? failed(one.error) : toOutcome(one, outcomeOf.get(one)),
		);
	});

/** A parameter that cannot be read fails its item alone. */
const readRequest = (
	context: IExecuteFunctions,
	itemIndex: number,
	target: OrderTarget,
): CaseRequest | { readonly error: unknown } => {
	try {
		const parameters = readParameters(context, itemIndex);
		const { json = {} } = context.getInputData()[itemIndex] ?? {};
		return {
			...parameters,
			target:
				target.kind === 'order' ? { orderId: target.orderId } : { missing: target.error.message },
			diagnosis: diagnose(readSign(json, parameters), REASON_CASES),
		};
	} catch (error) {
		return { error };
	}
};

const toOutcome = (request: CaseRequest, outcome: CaseOutcome | undefined): Outcome => {
	if (outcome?.kind !== 'raised') return failed(outcome?.error);
	const { raised } = outcome;
	return routed(outputOf(raised.decision.role), { exception: exceptionJson(raised, request) });
};
