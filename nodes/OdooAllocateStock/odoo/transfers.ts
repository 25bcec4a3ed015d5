import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
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
	return [...new Set(lacking)].filter((pickingId) => some.has(pickingId));
};

/**
 * Puts what is not reserved into transfers of their own (Odoo 18 and later), so that Odoo completes those and leaves
 * the allocated ones as they are.
 * @returns what Odoo refused, by transfer
 */
export const splitTransfers = async (
	client: OdooClient,
	pickingIds: readonly number[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const { version } = await client.session();
	if (version < 18 || pickingIds.length === 0) return new Map();
	return (await client.callEach('stock.picking', 'action_split_transfer', pickingIds)).failed;
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
	return { urgent: [...new Set(urgent)], plannedAt };
};

const sameDay = (iso: string, dateTime: string | null): boolean =>
	dateTime?.slice(0, 10) === iso.slice(0, 10);

/** Writes it: one call for the urgent ones and one for each day. @returns what Odoo refused, by transfer */
export const updateTransfers = async (
	client: OdooClient,
	{ urgent, plannedAt }: TransferUpdate,
): Promise<ReadonlyMap<number, OdooError>> => {
	const failed = new Map<number, OdooError>();
	const write = async (ids: readonly number[], values: { readonly [field: string]: string }) =>
		(await client.write('stock.picking', ids, values)).failed.forEach((error, id) =>
			failed.set(id, error),
		);
	if (urgent.length > 0) await write(urgent, { priority: '1' });
	const days = new Map<string, number[]>();
	for (const [pickingId, at] of plannedAt) {
		const day = `${at.slice(0, 10)} 12:00:00`;
		days.set(day, [...(days.get(day) ?? []), pickingId]);
	}
	for (const [day, ids] of days) await write(ids, { scheduled_date: day });
	return failed;
};
