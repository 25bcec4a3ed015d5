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

type Fault = Pick<OdooFailure, 'kind' | 'reason' | 'advice'>;

const NO_DATABASE: Fault = {
	kind: 'misconfigured',
	reason: 'Odoo has no database of that name',
	advice: 'Check the database name in the credential.',
};
const RIVALS: Fault = { kind: 'conflict', reason: 'another transaction changed the same records' };
const FULL: Fault = {
	kind: 'unreachable',
	reason: 'all connections of Odoo to its database are taken',
	advice: 'Run the item again later; if it comes again, raise db_maxconn in the settings of Odoo.',
};
/** It may have been lost while it committed. */
const LOST: Fault = {
	kind: 'outcomeUnknown',
	reason: 'Odoo lost or cannot reach its database',
	advice:
		'Check that its database server is running, and the database name in the credential. Run the item again: work already done is detected and not repeated.',
};

/** psycopg2's classes, by the state that PostgreSQL reports in whichever language. */
const DATABASE_CLASSES: { readonly [name: string]: Fault } = {
	SerializationFailure: RIVALS,
	TransactionRollbackError: RIVALS,
	DeadlockDetected: RIVALS,
	LockNotAvailable: RIVALS,
	InvalidCatalogName: NO_DATABASE,
	PoolError: FULL,
	AdminShutdown: LOST,
	CannotConnectNow: LOST,
	ConnectionDoesNotExist: LOST,
	ConnectionException: LOST,
	ConnectionFailure: LOST,
	CrashShutdown: LOST,
	DatabaseDropped: LOST,
	TooManyConnections: LOST,
};

/**
 * What fails while connecting has no class of its own, nor have locks in old versions of psycopg2: there only the words
 * tell, in English. They name PostgreSQL's host and port, so they are for Odoo's log and not for an item.
 */
const DATABASE_WORDS: readonly (readonly [words: RegExp, fault: Fault])[] = [
	[/database ".*" does not exist/i, NO_DATABASE],
	[/could not serialize|deadlock|lock timeout|could not obtain lock/i, RIVALS],
];

const databaseFault = (exception: string, message: string): Fault | undefined => {
	if (Object.hasOwn(DATABASE_CLASSES, exception)) return DATABASE_CLASSES[exception];
	if (exception !== 'OperationalError' && exception !== 'InterfaceError') return undefined;
	return DATABASE_WORDS.find(([words]) => words.test(message))?.[1] ?? LOST;
};

/** @param status of the HTTP reply, where the protocol uses it */
export const refused = (call: string, { name, message }: Refusal, status = 200): OdooError => {
	const exception = name.split('.').pop() ?? '';
	const database = databaseFault(exception, message);
	if (database) return new OdooError({ call, ...database });
	const kind = KIND_BY_EXCEPTION[exception] ?? KIND_BY_STATUS[status] ?? 'server';
	const concernsAll = OF_THE_KEY.has(exception) || undefined;
	return new OdooError({ kind, call, reason: message, concernsAll });
};
