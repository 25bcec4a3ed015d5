import type { OdooFailureKind } from '../errors';

/** Odoo's exception class names, as both protocols report them, by the last part of the dotted name. */
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
	OperationalError: 'conflict',
	SerializationFailure: 'conflict',
	TransactionRollbackError: 'conflict',
	DeadlockDetected: 'conflict',
	LockNotAvailable: 'conflict',
};

/** Kind of a failure by the exception's dotted name; unknown falls into `server`. */
export const kindOfException = (name: string): OdooFailureKind =>
	KIND_BY_EXCEPTION[name.split('.').pop() ?? ''] ?? 'server';
