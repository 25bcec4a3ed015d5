import type { OdooTime } from '../../shared/core/time';
import type { EventQuery } from './eventQuery';
import type { Known } from './known';
import type { OrderEvent } from './orderEvent';
import type { Position } from './position';

/** What the trigger remembers between two sweeps. */
export interface Checkpoint {
	/** Events before it are history. */
	readonly since: OdooTime;
	readonly positions: { readonly [source: string]: Position };
	readonly known: Known;
	/** The last claim that was looked at for an answer. */
	readonly answeredUpTo: number;
	/** Odoo's clock when what is due was last looked for. */
	readonly clock: OdooTime;
}

export interface SweepSettings extends EventQuery {
	/** How long a transaction in Odoo may stay open. */
	readonly overlapSeconds: number;
	/** Days before the activation that the first sweep reports; 0 for none. */
	readonly existingDays: number;
	/** Events after which a sweep stops; the next one goes on. */
	readonly mostEvents: number;
	readonly hasTime: () => boolean;
}

export interface Sweep {
	readonly events: readonly OrderEvent[];
	/** Remembered in Odoo, never emitted. */
	readonly marks: readonly OrderEvent[];
	readonly checkpoint: Checkpoint;
}
