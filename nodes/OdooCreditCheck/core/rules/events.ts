import type { CaseCode } from '../../../shared/cases/core/taxonomy';
import { dayText } from '../../../shared/core/wording';
import type { Wording } from './rule';

/** A reason that comes from what happened to the order, not from a rule of the policy. */
interface Event {
	readonly code: string;
	/** Null for what never stops an order. */
	readonly standsFor: CaseCode | null;
	readonly sentence: (found: Wording) => string;
}

export const EVENTS = [
	{
		code: 'order_cancelled',
		standsFor: 'INTAKE_STATE',
		sentence: () => 'The order is cancelled.',
	},
	{
		code: 'approved_before',
		standsFor: null,
		sentence: ({ detail: day }) => `Approved on ${dayText(day)}; that approval is still valid.`,
	},
	{
		code: 'approval_ended',
		standsFor: null,
		sentence: ({ detail: why }) => `Decided anew: ${why}.`,
	},
	{
		code: 'released',
		standsFor: null,
		sentence: ({ detail: who }) => `Released by ${who}.`,
	},
	{
		code: 'release_not_allowed',
		standsFor: 'CREDIT_HOLD',
		sentence: ({ detail: who }) =>
			`The release by ${who} does not count: an order is released by those who may approve it, and never by whoever sold or entered it or by the workflow's own user. A company of one person turns the option Release Own Orders on.`,
	},
	{
		code: 'release_outdated',
		standsFor: 'CREDIT_HOLD',
		sentence: ({ detail: who }) =>
			`The release by ${who} does not count: it was given for an earlier decision about this order.`,
	},
] as const satisfies readonly Event[];

export type EventCode = (typeof EVENTS)[number]['code'];
