/**
 * Every way a call to Odoo can fail, and whether the same call may succeed later without anybody changing anything.
 * A policy's "no" is never one of these: that is a decision.
 */
export type OdooFailureKind =
	| 'accessDenied'
	| 'missingRecord'
	| 'validation'
	| 'conflict'
	| 'tooLarge'
	| 'rateLimited'
	| 'unreachable'
	| 'outcomeUnknown'
	| 'outOfTime'
	| 'misconfigured'
	| 'server';

interface Failure {
	readonly retryable: boolean;
	/** Odoo certainly changed nothing, so that the same write may be sent again. */
	readonly changedNothing: boolean;
	/** Concerns every call alike, whatever its records: halving a batch would only repeat it. */
	readonly concernsAll: boolean;
	/** What a person can do, unless whoever saw the failure knows better. */
	readonly advice: string;
}

const FAILURES = {
	accessDenied: {
		retryable: false,
		changedNothing: true,
		concernsAll: false,
		advice: 'Check the API key, the company and the rights of the integration user in Odoo.',
	},
	missingRecord: {
		retryable: false,
		changedNothing: true,
		concernsAll: false,
		advice: 'The record was deleted, or the integration user may not see it.',
	},
	validation: {
		retryable: false,
		changedNothing: true,
		concernsAll: false,
		advice: 'Correct the record in Odoo, then run the item again.',
	},
	/** Odoo rolled back: a lock or a serialization failure that outlived its own five tries. */
	conflict: {
		retryable: true,
		changedNothing: true,
		concernsAll: true,
		advice: 'Someone else changed the same records at the same time. Run the item again.',
	},
	tooLarge: {
		retryable: false,
		changedNothing: true,
		concernsAll: false,
		advice: 'Raise the limit for the size of a request in the proxy in front of Odoo.',
	},
	rateLimited: {
		retryable: true,
		changedNothing: true,
		concernsAll: true,
		advice:
			'Set Calls per Second in the credential to what your hosting allows; 1 for Odoo Online.',
	},
	/** Proved: no byte of the request reached Odoo. For a read also: no answer came, which is as good. */
	unreachable: {
		retryable: true,
		changedNothing: true,
		concernsAll: true,
		advice: 'Check that Odoo is running and that the URL in the credential is right.',
	},
	/** A write left and no answer of Odoo's came: read before repeating it. */
	outcomeUnknown: {
		retryable: true,
		changedNothing: false,
		concernsAll: true,
		advice:
			'It is not known whether Odoo completed the call. Run the item again: work already done is detected and not repeated.',
	},
	/** The run's own limit: nothing was sent. */
	outOfTime: {
		retryable: true,
		changedNothing: true,
		concernsAll: true,
		advice:
			'Run the item again: work already done is detected and not repeated. If it comes again, give the node fewer items at once or a larger Time Limit.',
	},
	/** The address, the database or the certificate is wrong: nothing changes until a person does. */
	misconfigured: {
		retryable: false,
		changedNothing: true,
		concernsAll: true,
		advice:
			'Check the URL in the credential: it must be the address of Odoo itself, without a path.',
	},
	server: {
		retryable: false,
		changedNothing: false,
		concernsAll: false,
		advice: "Check Odoo's log for the time of this call.",
	},
} as const satisfies Record<OdooFailureKind, Failure>;

export interface OdooFailure {
	readonly kind: OdooFailureKind;
	/** What was called, as `sale.order.action_confirm`. */
	readonly call: string;
	/** What Odoo (or the network) said. */
	readonly reason: string;
	readonly advice?: string;
	/** Unless its kind says it: that every call fails alike, as with a key that is not valid. */
	readonly concernsAll?: boolean;
	/** When the other side wants to be called again, in its own words: seconds, or a date of HTTP. */
	readonly retryAfter?: string;
	readonly cause?: unknown;
}

export class OdooError extends Error {
	override readonly name = 'OdooError';
	readonly kind: OdooFailureKind;
	readonly retryable: boolean;
	readonly changedNothing: boolean;
	readonly concernsAll: boolean;
	readonly call: string;
	/** Without traceback, cut to a readable length. */
	readonly reason: string;
	readonly advice: string;
	readonly retryAfter: string | undefined;

	constructor(failure: OdooFailure) {
		const reason = readable(failure.reason);
		super(`${failure.call}: ${reason}`, { cause: failure.cause });
		const { retryable, changedNothing, concernsAll, advice } = FAILURES[failure.kind];
		this.kind = failure.kind;
		this.retryable = retryable;
		this.changedNothing = changedNothing;
		this.concernsAll = failure.concernsAll ?? concernsAll;
		this.call = failure.call;
		this.reason = reason;
		this.advice = failure.advice ?? advice;
		this.retryAfter = failure.retryAfter;
	}
}

/** What to do, where whoever saw the failure knew better than its kind does. */
export const ownAdvice = ({ kind, advice }: OdooError): string | undefined =>
	advice === FAILURES[kind].advice ? undefined : advice;

export const isOdooError = (error: unknown): error is OdooError => error instanceof OdooError;

/** What Odoo refused, to be told with what it concerns; anything else goes on. */
export const asOdooError = async (error: unknown): Promise<OdooError> =>
	isOdooError(error) ? error : await Promise.reject(error);

/** What was said and what to do, one after the other. */
export const inSentences = ({ reason, advice }: Pick<OdooError, 'reason' | 'advice'>): string =>
	`${/[.!?]$/.test(reason) ? reason : `${reason}.`} ${advice}`;

const LONGEST_REASON = 600;

const readable = (text: string): string => {
	const start = text.indexOf('Traceback (most recent call last)');
	const said = (start < 0 ? text : text.slice(0, start)).trim();
	return said.length > LONGEST_REASON
		? `${said.slice(0, LONGEST_REASON)}…`
		: said || 'no reason given';
};
