import type { IDataObject } from 'n8n-workflow';

import { ROLE_NAMES } from '../shared/cases/core/roles';
import type { CaseRequest, RaisedCase } from '../shared/cases/odoo/caseRequest';
import { clockIn } from '../shared/core/zonedTime';

/** The key `exception` of the item; the deadline in ISO 8601 with the calendar's offset. */
export const exceptionJson = (
	{ decision, owner, deadline, activityId, episode, isNew, summary }: RaisedCase,
	{ policy, writes }: CaseRequest,
): IDataObject => {
	const { timeZone } = policy.calendar;
	return {
		code: decision.code,
		stage: decision.stage,
		kind: decision.kind,
		category: decision.category,
		severity: decision.severity,
		priority: decision.priority,
		owner: {
			id: owner.user?.id ?? null,
			name: owner.user?.name ?? null,
			role: ROLE_NAMES[decision.role],
			fallback: owner.fallback,
		},
		deadline: clockIn(timeZone).toIso(deadline),
		timeZone,
		slaHours: decision.slaHours,
		activityId,
		episode,
		isNew,
		dryRun: !writes,
		summary,
		advice: decision.advice,
		reasons: decision.reasons.map(({ code, text, figures }) => ({
			code,
			message: text,
			figures: { ...figures },
		})),
	};
};
