import { OdooError, type OdooFailure, type OdooFailureKind } from '../errors';

/** What Odoo itself says when it refuses a call: its exception's class and message. Its transaction was rolled back. */
interface Refusal {
	/** Dotted name, as `odoo.exceptions.UserError`. */
	readonly name: string;
	readonly message: string;
}

/** Odoo's exception classes, as both protocols report them, by the last part of the dotted name. */
const KIND_BY_EXCEPTION: { readonly [name: string]: OdooFailureKind } = {
	AccessDenied: 'accessDenied',
	AccessError: 'accessDenied',
	SessionExpiredException: 'accessDenied',
	Forbidden: 'accessDenied',
	Unauthorized: 'accessDenied',
	MissingError: 'missingRecord',
	UserError: 'validation',
	ValidationError: 'validation',
	RedirectWarning: 'validation',
	Warning: 'validation',
	UnprocessableEntity: 'validation',
	LockError: 'conflict',
	ConcurrencyError: 'conflict',
	SerializationFailure: 'conflict',
	TransactionRollbackError: 'conflict',
	DeadlockDetected: 'conflict',
	LockNotAvailable: 'conflict',
	TooManyRequests: 'rateLimited',
};

/** It is not the record or the right that is refused, but who asks. */
const OF_THE_KEY: ReadonlySet<string> = new Set([
	'AccessDenied',
	'SessionExpiredException',
	'Unauthorized',
]);

const KIND_BY_STATUS: { readonly [status: number]: OdooFailureKind } = {
	401: 'accessDenied',
	403: 'accessDenied',
	404: 'missingRecord',
	409: 'conflict',
	413: 'tooLarge',
	422: 'validation',
	429: 'rateLimited',
};

/** PostgreSQL's words, which name its host and port: they are for Odoo's log and not for an item. */
const OF_THE_DATABASE: readonly (readonly [
	words: RegExp,
	failure: Pick<OdooFailure, 'kind' | 'reason' | 'advice'>,
])[] = [
	[
		/database ".*" does not exist/i,
		{
			kind: 'misconfigured',
			reason: 'Odoo has no database of that name',
			advice: 'Check the database name in the credential.',
		},
	],
	[
		/could not serialize|deadlock|lock timeout|could not obtain lock/i,
		{ kind: 'conflict', reason: 'another transaction changed the same records' },
	],
	[/.*/s, { kind: 'unreachable', reason: 'Odoo cannot reach its own database at the moment' }],
];

/** @param status of the HTTP reply, where the protocol uses it */
export const refused = (call: string, { name, message }: Refusal, status = 200): OdooError => {
	const exception = name.split('.').pop() ?? '';
	const database = /OperationalError|InterfaceError/.test(exception)
		? OF_THE_DATABASE.find(([words]) => words.test(message))?.[1]
		: undefined;
	if (database) return new OdooError({ call, ...database });
	const kind = KIND_BY_EXCEPTION[exception] ?? KIND_BY_STATUS[status] ?? 'server';
	const concernsAll = OF_THE_KEY.has(exception) || undefined;
	return new OdooError({ kind, call, reason: message, concernsAll });
};
