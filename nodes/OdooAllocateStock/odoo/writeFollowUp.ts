import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readSelfReserving, warningsOf } from './readSelfReserving';
import type { AllocationSettings } from './settings';
import { partialTransfers, updatesOf } from './transfers';
import type { Carried } from './writePlan';
import { writeReservationMethod } from './writeReservationMethod';
import { splitTransfers, writeTransfers } from './writeTransfers';

/** What is said and written beside the reservation. */
export interface FollowUp {
	/** By operation type. */
	readonly warnings: ReadonlyMap<number, string>;
	/** What Odoo refused, by transfer. */
	readonly refused: ReadonlyMap<number, OdooError>;
}

interface Work {
	readonly client: OdooClient;
	/** The client of the setup credential; only asked for when a setting of Odoo is to be changed. */
	readonly openSetup: () => Promise<OdooClient>;
	readonly carried: Carried;
	readonly settings: AllocationSettings;
}

type Protect = (work: Work) => Promise<FollowUp>;

const NOTHING: FollowUp = { warnings: new Map(), refused: new Map() };

const typesOfPartial = ({ orders, held }: Carried): number[] => {
	const partial = new Set(partialTransfers(orders, held));
	const moves = orders.flatMap((order) =>
		order.moves.filter(({ pickingId }) => partial.has(pickingId)),
	);
	return moves.map(({ pickingTypeId }) => pickingTypeId);
};

const warn: Protect = async ({ client, carried }) => ({
	...NOTHING,
	warnings: warningsOf(await readSelfReserving(client, typesOfPartial(carried))),
});

const split: Protect = async ({ client, carried: { orders, held }, settings }) =>
	settings.dryRun
		? NOTHING
		: { ...NOTHING, refused: await splitTransfers(client, partialTransfers(orders, held)) };

const manual: Protect = async ({ client, carried, settings, openSetup }) => {
	const types = await readSelfReserving(client, typesOfPartial(carried));
	if (types.length === 0 || settings.dryRun) return { ...NOTHING, warnings: warningsOf(types) };
	const failed = await writeReservationMethod(await openSetup(), types);
	return { ...NOTHING, warnings: warningsOf(types.filter(({ id }) => failed.has(id))) };
};

const PROTECT = { warn, split, manual } as const satisfies Record<
	AllocationSettings['remainder'],
	Protect
>;

/**
 * Keeps Odoo from undoing what was allocated, and updates the transfers.
 * @param expected when the missing goods of a move come, UTC (ISO 8601)
 */
export const writeFollowUp = async (
	work: Work,
	expected: ReadonlyMap<number, string>,
): Promise<FollowUp> => {
	const { client, carried, settings } = work;
	const { warnings, refused } = await PROTECT[settings.remainder](work);
	if (!settings.updatesTransfers || settings.dryRun) return { warnings, refused };
	const updates = updatesOf(carried.orders, expected, settings.rushTagIds);
	return { warnings, refused: new Map([...refused, ...(await writeTransfers(client, updates))]) };
};
