import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { CaseOutcome } from '../shared/cases/odoo/raiseCases';
import { unique } from '../shared/core/collections';

const MOST_HINTS = 3;

/** An owner who had to be replaced is worth a look at the parameters: said once, on the node. */
export const tellFallbacks = (
	context: IExecuteFunctions,
	outcomes: readonly CaseOutcome[],
): void => {
	const told = outcomes.flatMap((outcome) =>
		outcome.kind === 'raised' ? (outcome.raised.owner.fallback ?? []) : [],
	);
	const hints = unique(told)
		.slice(0, MOST_HINTS)
		.map((message): NodeExecutionHint => ({ message, type: 'warning', location: 'outputPane' }));
	if (hints.length > 0) context.addExecutionHints(...hints);
};
