import type { OrderEvent } from './orderEvent';

/**
 * A claim is a record in Odoo that says who tells of an event. A unique key decides between two that try at once. Claims
 * are only ever added: delivering an event again is a further attempt with a key of its own.
 */
export interface Claim {
	/** The record's id in Odoo; grows with time. */
	readonly id: number;
	readonly attempt: number;
	/** Who claimed it: different for every sweep and every webhook call. */
	readonly token: string;
	readonly event: OrderEvent;
}

/** Deliveries of one event, the first included; what fails that often will not go through by trying. */
export const MOST_ATTEMPTS = 4;

export interface Delivery {
	readonly attempt: number;
	readonly event: OrderEvent;
}

export const firstDeliveries = (events: readonly OrderEvent[]): Delivery[] =>
	events.map((event) => ({ attempt: 1, event }));

/** Unique among the claims of one trigger, whose scope is its workflow and node. */
export const claimKey = (scope: string, { attempt, event }: Delivery): string =>
	`event_${scope}_${attempt}_${event.id}`;

/** The latest record that one of the package's nodes left on each order, as an id on the claims' scale. */
export type Acknowledgements = ReadonlyMap<number, number>;

export interface Due {
	/** Events that never arrived. */
	readonly again: readonly Delivery[];
	/** Events that did not arrive in the last attempt either. */
	readonly givenUp: readonly OrderEvent[];
}

/** What becomes of claims whose time is up: those without a later record on their order never reached the next node. */
export const decideDue = (claims: readonly Claim[], acknowledged: Acknowledgements): Due => {
	const unanswered = claims.filter(({ id, event }) => (acknowledged.get(event.orderId) ?? 0) <= id);
	return {
		again: unanswered
			.filter(({ attempt }) => attempt < MOST_ATTEMPTS)
			.map(({ attempt, event }) => ({ attempt: attempt + 1, event })),
		givenUp: unanswered.filter(({ attempt }) => attempt >= MOST_ATTEMPTS).map(({ event }) => event),
	};
};
