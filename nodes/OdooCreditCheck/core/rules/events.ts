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
		code: 'released',
		standsFor: null,
		sentence: ({ detail: who }) => `Released by ${who}.`,
	},
	{
		code: 'release_not_allowed',
		standsFor: 'CREDIT_HOLD',
		sentence: ({ detail: who }) =>
			`The release by ${who} does not count: an order is released by those who may approve it, and never by the person who sold or entered it.`,
	},
] as const satisfies readonly Event[];

export type EventCode = (typeof EVENTS)[number]['code'];
