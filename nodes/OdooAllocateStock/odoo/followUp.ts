import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Carried } from './carryOut';
import { readSelfReserving, reserveByHand, warningsOf } from './reservationMethod';
import type { AllocationSettings } from './settings';
import { partialTransfers, splitTransfers, updatesOf, updateTransfers } from './transfers';

/** What is said and written beside the reservation. */
export interface FollowUp {
	/** By operation type. */
	readonly warnings: ReadonlyMap<number, string>;
	/** What Odoo refused, by transfer. */
	readonly refused: ReadonlyMap<number, OdooError>;
}

const NOTHING: FollowUp = { warnings: new Map(), refused: new Map() };

/** The client of the setup credential; only asked for when a setting of Odoo is to be changed. */
export type OpenSetup = () => Promise<OdooClient>;

type Protect = (
	client: OdooClient,
	carried: Carried,
	dryRun: boolean,
	openSetup: OpenSetup,
) => Promise<FollowUp>;

const typesOfPartial = ({ orders, held }: Carried): number[] => {
	const partial = new Set(partialTransfers(orders, held));
	const moves = orders.flatMap((order) =>
		order.moves.filter(({ pickingId }) => partial.has(pickingId)),
	);
	return moves.map(({ pickingTypeId }) => pickingTypeId);
};

const warn: Protect = async (client, carried) => ({
	...NOTHING,
	warnings: warningsOf(await readSelfReserving(client, typesOfPartial(carried))),
});

const split: Protect = async (client, { orders, held }, dryRun) =>
	dryRun
		? NOTHING
		: { ...NOTHING, refused: await splitTransfers(client, partialTransfers(orders, held)) };

const manual: Protect = async (client, carried, dryRun, openSetup) => {
	const types = await readSelfReserving(client, typesOfPartial(carried));
	if (types.length === 0 || dryRun) return { ...NOTHING, warnings: warningsOf(types) };
	const failed = await reserveByHand(await openSetup(), types);
	return { ...NOTHING, warnings: warningsOf(types.filter(({ id }) => failed.has(id))) };
};

const PROTECT = { warn, split, manual } as const satisfies Record<
	AllocationSettings['remainder'],
	Protect
>;

/** Keeps Odoo from undoing what was allocated, and updates the transfers. */
export const followUp = async (
	client: OdooClient,
	carried: Carried,
	expected: ReadonlyMap<number, string>,
	settings: AllocationSettings,
	openSetup: OpenSetup,
): Promise<FollowUp> => {
	const { warnings, refused } = await PROTECT[settings.remainder](
		client,
		carried,
		settings.dryRun,
		openSetup,
	);
	if (!settings.updatesTransfers || settings.dryRun) return { warnings, refused };
	const updated = await updateTransfers(
		client,
		updatesOf(carried.orders, expected, settings.rushTagIds),
	);
	return { warnings, refused: new Map([...refused, ...updated]) };
};
