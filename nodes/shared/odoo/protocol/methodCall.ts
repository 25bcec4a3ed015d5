import type { OdooCall } from '../OdooTransport';

/** A call with the database, model and method that it goes to. */
export interface MethodCall extends OdooCall {
	readonly database: string;
	readonly model: string;
	readonly method: string;
}
