import type { EventType } from './eventTypes';

/** The document that the event happened to: the order itself, one of its deliveries or invoices. */
interface EventDocument {
	readonly model: string;
	readonly id: number;
	readonly reference: string;
}

/** One transition of one order, the same whoever sees it, when, and how often. */
export interface OrderEvent {
	/** Stable: what makes two sightings the same event. Letters, digits, `_` and `-`. */
	readonly id: string;
	readonly type: EventType;
	readonly orderId: number;
	/** UTC, as Odoo writes it: `YYYY-MM-DD HH:MM:SS`. */
	readonly occurredAt: string;
	readonly document: EventDocument;
	/** Figures of this event: what was paid, why stock is missing. */
	readonly detail?: { readonly [name: string]: string | number | boolean };
}

/** The parts that tell this transition from every other of its type: record ids, a date of the transition, an amount. */
export const eventId = (type: EventType, ...parts: readonly (string | number)[]): string =>
	[type, ...parts.map((part) => String(part).replace(/[^A-Za-z0-9_]/g, ''))].join('-');
