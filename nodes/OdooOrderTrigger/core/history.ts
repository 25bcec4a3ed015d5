import type { EventType } from './eventTypes';
import { eventId } from './orderEvent';

/** Ids of what was noted and emitted of one order before, oldest first: the claims in Odoo are the memory of all processes. */
export type History = readonly string[];

/** By `historyKey`. */
export type Histories = ReadonlyMap<string, History>;

export const historyKey = (type: EventType, orderId: number): string => `${type}-${orderId}`;

/** A mark is claimed like an event and never emitted. */
export type Step =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'mark'; readonly id: string }
	| { readonly kind: 'event'; readonly id: string };

const NOTHING: Step = { kind: 'nothing' };
const HELD = '-held';

/** A hold that was seen is marked; when the tag is gone, its release is an event, under the hold's number. */
export const decideHold = (orderId: number, history: History, isHeld: boolean): Step => {
	const placed = history.filter((id) => id.endsWith(HELD)).length;
	const released = history.length - placed;
	if (isHeld && placed <= released)
		return { kind: 'mark', id: eventId('holdReleased', orderId, placed + 1) + HELD };
	if (!isHeld && placed > released)
		return { kind: 'event', id: eventId('holdReleased', orderId, placed) };
	return NOTHING;
};

/**
 * Values that differ from the last ones noted are a change; the first ones are only noted.
 * @param wasWritten Odoo said that a watched field was written, so that the first values seen are new ones as well
 */
export const decideChange = (
	orderId: number,
	history: History,
	{ digest, wasWritten }: { readonly digest: string; readonly wasWritten: boolean },
): Step => {
	if (history.at(-1)?.endsWith(`-${digest}`)) return NOTHING;
	if (history.length === 0 && !wasWritten)
		return { kind: 'mark', id: eventId('orderChanged', orderId, 0, digest) };
	return {
		kind: 'event',
		id: eventId('orderChanged', orderId, Math.max(history.length, 1), digest),
	};
};
