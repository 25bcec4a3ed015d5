import type { Rules } from '../core/problem';
import type { Strategy } from '../core/strategies';
import type { Criterion } from '../core/criteria';
import type { StepSize } from '../core/units';

/** Customers that are treated differently. The first override that fits a customer counts. */
export interface CustomerOverride {
	/** Any of these tags on the customer or on its company. */
	readonly tagIds: readonly number[];
	/** Null for the default, which is the one of all other customers. */
	readonly strategy: Strategy | null;
	/** Weight of the value of its orders under the greatest-value policy. */
	readonly weight: number;
}

/** No product, other variants of the same template, or what a many2many field of the template names. */
export type Substitution = 'none' | 'sameTemplate' | 'optional_product_ids';

/** What a person decides in the node, for the whole run. */
export interface AllocationSettings {
	readonly rules: Rules;
	/** What the queue is sorted by. */
	readonly criteria: readonly Criterion[];
	readonly step: StepSize;
	/** What may happen to goods that are reserved already. */
	readonly strategy: Strategy;
	/** The orders of the run only, or all orders that ask for their products. */
	readonly scope: 'run' | 'openDemand';
	readonly shipComplete: 'asOrdered' | 'always' | 'never';
	/** Orders with any of these tags come first. */
	readonly rushTagIds: readonly number[];
	readonly overrides: readonly CustomerOverride[];
	/** Products that ship in multiples of a quantity, in the product's unit. */
	readonly orderMultiples: ReadonlyMap<number, number>;
	/** What stays on the shelf, by product, in the product's unit. */
	readonly protectedStock: ReadonlyMap<number, number>;
	/** Receipts planned within this many days count for the expected date; 0 for none. */
	readonly receiptDays: number;
	readonly substitution: Substitution;
	/** Whether the order is changed to the substitute, at the same price; without it a substitute is only proposed. */
	readonly replaces: boolean;
	/** Whether orders may be moved to another warehouse that has their goods. */
	readonly otherWarehouses: boolean;
	/**
	 * What is done so that Odoo does not complete partial reservations by itself: a warning, a transfer of its own for
	 * what is missing, or operation types that are reserved manually.
	 */
	readonly remainder: 'warn' | 'split' | 'manual';
	/** Whether rush orders' transfers become urgent and short ones are rescheduled to the expected date. */
	readonly updatesTransfers: boolean;
	readonly dryRun: boolean;
}
