import { decideChange, decideHold, type History, type Step } from './history';
import type { EventType } from './eventTypes';

/** An order as it is now. */
interface Sighting {
	readonly orderId: number;
	/** Of the watched fields' values. */
	readonly digest: string;
	/** Odoo said that a watched field was written. */
	readonly wasWritten: boolean;
	readonly isConfirmed: boolean;
	readonly isHeld: boolean;
}

export interface TypedStep {
	readonly type: EventType;
	readonly step: Step;
}

type HistoryOf = (type: EventType, orderId: number) => History;

/** What an order is now beside what was noted of it before: changes of watched fields, and holds that ended. */
export const decideSteps = (
	types: readonly EventType[],
	{ orderId, digest, wasWritten, isConfirmed, isHeld }: Sighting,
	historyOf: HistoryOf,
): TypedStep[] => {
	const changed = (): Step =>
		decideChange(orderId, historyOf('orderChanged', orderId), { digest, wasWritten });
	const released = (): Step => decideHold(orderId, historyOf('holdReleased', orderId), isHeld);
	return [
		...(types.includes('orderChanged') && isConfirmed
			? [{ type: 'orderChanged', step: changed() } as const]
			: []),
		...(types.includes('holdReleased')
			? [{ type: 'holdReleased', step: released() } as const]
			: []),
	];
};
