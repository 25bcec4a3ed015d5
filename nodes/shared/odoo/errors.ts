/**
 * Every way a call to Odoo can fail, and whether the same call may succeed later without anybody changing anything.
 * A policy's "no" is never one of these: that is a decision.
 */
export type OdooFailureKind =
	| 'accessDenied'
	| 'missingRecord'
	| 'validation'
	| 'conflict'
	| 'unreachable'
	| 'outcomeUnknown'
	| 'server';

const RETRYABLE = {
	accessDenied: false,
	missingRecord: false,
	validation: false,
	/** Odoo rolled back: a lock or a serialization failure that outlived its own five tries. */
	conflict: true,
	/** Nothing reached Odoo. */
	unreachable: true,
	/** The request left and no answer came: read before repeating a write. */
	outcomeUnknown: true,
	server: false,
} as const satisfies Record<OdooFailureKind, boolean>;

const ADVICE = {
	accessDenied: 'Check the API key, the company and the rights of the integration user in Odoo.',
	missingRecord: 'The record was deleted, or the integration user may not see it.',
	validation: 'Correct the record in Odoo, then run the item again.',
	conflict: 'Someone else changed the same records at the same time. Run the item again.',
	unreachable:
		'Check that Odoo is running and that the URL in the credential is right. Nothing was sent.',
	outcomeUnknown:
		'It is not known whether Odoo completed the call. Run the item again: work already done is detected and not repeated.',
	server: "Check Odoo's log for the time of this call.",
} as const satisfies Record<OdooFailureKind, string>;

export class OdooError extends Error {
	override readonly name = 'OdooError';
	readonly kind: OdooFailureKind;
	readonly retryable: boolean;
	/** What was called, as `sale.order.action_confirm`. */
	readonly call: string;
	/** What Odoo (or the network) said, without traceback. */
	readonly reason: string;
	/** What a person can do about it. */
	readonly advice: string;

	constructor(failure: {
		kind: OdooFailureKind;
		call: string;
		reason: string;
		advice?: string;
		cause?: unknown;
	}) {
		const reason = withoutTraceback(failure.reason);
		super(`${failure.call}: ${reason}`, { cause: failure.cause });
		this.kind = failure.kind;
		this.retryable = RETRYABLE[failure.kind];
		this.call = failure.call;
		this.reason = reason;
		this.advice = failure.advice ?? ADVICE[failure.kind];
	}
}

export const isOdooError = (error: unknown): error is OdooError => error instanceof OdooError;

/** What was said and what to do, one after the other. */
export const inSentences = ({ reason, advice }: Pick<OdooError, 'reason' | 'advice'>): string =>
	`${/[.!?]$/.test(reason) ? reason : `${reason}.`} ${advice}`;

/** True when Odoo certainly changed nothing, so that repeating the same write is safe. */
export const provesNothingHappened = (error: OdooError): boolean =>
	error.kind !== 'outcomeUnknown' && error.kind !== 'server';

const LONGEST_REASON = 600;

const withoutTraceback = (text: string): string => {
	const start = text.indexOf('Traceback (most recent call last)');
	const readable = (start < 0 ? text : text.slice(0, start)).trim();
	return readable.length > LONGEST_REASON
		? `${readable.slice(0, LONGEST_REASON)}…`
		: readable || 'no reason given';
};
