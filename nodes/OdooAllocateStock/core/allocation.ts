import type { Policy } from './policies';
import type { LineReason, OrderReason } from './reasons';
import type { AllocationStatus } from './statuses';

/** Quantities in the line's own unit, `unit` names it. */
export interface AllocatedLine {
	readonly lineId: number | null;
	readonly product: { readonly id: number; readonly name: string };
	readonly unit: string;
	readonly asked: number;
	readonly allocated: number;
	readonly short: number;
	/** Where the goods come from. */
	readonly warehouse: string;
	/** When the missing goods are expected, UTC (ISO 8601); null when they are not, or none are missing. */
	readonly expected: string | null;
	readonly reason: LineReason | null;
	/** Of a line that is short. */
	readonly waiting: LineWaiting | null;
	/** What other warehouses could give, by a transfer of its own. */
	readonly elsewhere: readonly Elsewhere[];
	/** Another product that is free, as a proposal; when replacing is allowed, it is a line of the order instead. */
	readonly substitute?: ProposedSubstitute;
}

export interface LineWaiting {
	/** Whole days since the order was confirmed. */
	readonly days: number;
	/** Whole days since the goods were due; 0 when they are not yet. */
	readonly daysLate: number;
	/** Place among all short lines of this run that wait for the same goods, from 1. */
	readonly rank: number;
}

interface Elsewhere {
	readonly warehouse: string;
	/** In the line's unit. */
	readonly quantity: number;
}

export interface ProposedSubstitute {
	readonly product: { readonly id: number; readonly name: string };
	readonly quantity: number;
	/** The substitute's own unit. */
	readonly unit: string;
}

/** The decision about one order. */
export interface Allocation {
	readonly status: AllocationStatus;
	/** Share of the open value that is reserved, 0 to 1. */
	readonly fillRate: number;
	/** Money of what is reserved, untaxed, in `currency`. */
	readonly value: number;
	readonly currency: string;
	readonly lines: readonly AllocatedLine[];
	/** Why the order as a whole is treated so, where it is not the stock. */
	readonly reason: OrderReason | null;
	/** What in Odoo's settings could undo this allocation. */
	readonly warnings: readonly string[];
	readonly run: AllocationRun;
}

export interface AllocationRun {
	/** UTC (ISO 8601): when the stock was read. */
	readonly at: string;
	readonly policy: Policy;
	readonly dryRun: boolean;
	/** Orders that competed. */
	readonly orders: number;
	/** Place of this order in the queue, from 1; null when it did not queue. */
	readonly place: number | null;
}
