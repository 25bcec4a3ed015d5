import { unique } from '../../shared/core/collections';
import type { OpenOrder } from './facts';

/** Transfers with something reserved and something missing. */
export const partialTransfers = (
	orders: readonly OpenOrder[],
	held: ReadonlyMap<number, number>,
): number[] => {
	const moves = orders.flatMap((order) =>
		order.moves.filter(({ takesFromStock }) => takesFromStock),
	);
	const holds = (id: number) => held.get(id) ?? 0;
	const some = new Set(moves.filter(({ id }) => holds(id) > 0).map(({ pickingId }) => pickingId));
	const lacking = moves
		.filter(({ id, asked }) => holds(id) < asked)
		.map(({ pickingId }) => pickingId);
	return unique(lacking).filter((pickingId) => some.has(pickingId));
};

export interface TransferUpdate {
	/** Transfers that become urgent. */
	readonly urgent: readonly number[];
	/** When a transfer's last missing goods are expected, UTC (ISO 8601). */
	readonly plannedAt: ReadonlyMap<number, string>;
}

/** What the transfers of these orders should say and do not say yet. */
export const updatesOf = (
	orders: readonly OpenOrder[],
	expected: ReadonlyMap<number, string>,
	rushTagIds: readonly number[],
): TransferUpdate => {
	const urgent = orders
		.filter(({ tagIds }) => rushTagIds.some((tag) => tagIds.includes(tag)))
		.flatMap(({ moves }) =>
			moves.filter(({ transfer }) => !transfer.isUrgent).map(({ pickingId }) => pickingId),
		);
	const plannedAt = new Map<number, string>();
	for (const { id, pickingId, transfer } of orders.flatMap(({ moves }) => moves)) {
		const at = expected.get(id);
		if (at === undefined || sameDay(at, transfer.plannedAt)) continue;
		if (at > (plannedAt.get(pickingId) ?? '')) plannedAt.set(pickingId, at);
	}
	return { urgent: unique(urgent), plannedAt };
};

const sameDay = (iso: string, dateTime: string | null): boolean =>
	dateTime?.slice(0, 10) === iso.slice(0, 10);
