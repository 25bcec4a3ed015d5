import type { OdooError } from '../../shared/odoo/errors';
import type { Allocation } from '../core/allocation';

/** What became of one order: a decision, or something that broke. */
export type AllocationOutcome =
	| { readonly kind: 'decided'; readonly allocation: Allocation }
	| { readonly kind: 'failed'; readonly error: OdooError };

/** By order. */
export type Outcomes = ReadonlyMap<number, AllocationOutcome>;
