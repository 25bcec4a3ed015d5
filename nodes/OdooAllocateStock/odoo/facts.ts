import { toIso, type OdooTime } from '../../shared/core/time';
import type { Reference } from '../../shared/odoo/records/fields';
import type { UnitFacts } from '../core/units';

/** One open move of an order. Quantities in grains, the smallest quantity of its product. */
export interface OpenMove {
	readonly id: number;
	readonly saleLineId: number | null;
	readonly product: Reference;
	readonly pickingId: number;
	readonly pickingTypeId: number;
	/** What its transfer says now. */
	readonly transfer: { readonly isUrgent: boolean; readonly plannedAt: OdooTime | null };
	/** Where it takes the goods from. */
	readonly locationId: number;
	/** False when it waits for another document: a previous step, a purchase, a production. */
	readonly takesFromStock: boolean;
	/** Odoo keeps no stock of it and reserves it always. */
	readonly isUnlimited: boolean;
	/** The unit in which Odoo reserves it. */
	readonly unit: UnitFacts;
	/** The unit in which it was ordered, which people know; its name. */
	readonly orderedUnit: UnitFacts;
	readonly unitName: string;
	readonly asked: number;
	readonly held: number;
	readonly picked: number;
	/** Money of what is asked, untaxed, in the order's currency. */
	readonly value: number;
	/** What one grain costs, in the company's currency. */
	readonly grainCost: number;
	/** Sorts moves as Odoo reserves them: urgent first, then deadline, date and id. */
	readonly turn: string;
	readonly dueAt: OdooTime | null;
	readonly createdAt: OdooTime | null;
}

export interface OpenOrder {
	readonly id: number;
	/** `draft`, `sent`, `sale`, `cancel`. */
	readonly state: string;
	/** The customer's commercial partner: branches count as one customer. */
	readonly accountId: number;
	/** Of the customer and of its company. */
	readonly customerTagIds: readonly number[];
	readonly currency: string;
	/** Units of the order's currency for one of the company's. */
	readonly currencyRate: number;
	readonly orderedAt: OdooTime | null;
	readonly requestedAt: OdooTime | null;
	readonly shipsComplete: boolean;
	readonly isUrgent: boolean;
	readonly tagIds: readonly number[];
	readonly moves: readonly OpenMove[];
}

/** Milliseconds since 1970. */
export const toTime = (time: OdooTime | null): number | null => {
	const iso = toIso(time);
	return iso === null ? null : Date.parse(iso);
};
