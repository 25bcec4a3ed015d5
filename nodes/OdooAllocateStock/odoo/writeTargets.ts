import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { cutsOf, surplusOf, wantingOf } from './ledger';
import { readExcesses, type StockCheck } from './readExcesses';
import type { StockView } from './readStock';
import { Reservations } from './reservations';
import type { Target } from './targets';
import { writeMergedQuants } from './writeMergedQuants';
import { writeWanting } from './writeWanting';

export interface Applied {
	/** What Odoo holds for each move afterwards, in grains. */
	readonly held: ReadonlyMap<number, number>;
	/** Why Odoo refused, by move. */
	readonly failed: ReadonlyMap<number, OdooError>;
}

/** Looks for what others reserved at the same moment; after the reserving ones only giving back is left. */
const CHECKS = 10;
const RESERVING_CHECKS = 4;
const PAUSE_MS = 400;

const check = async (client: OdooClient, { moves }: Reservations): Promise<StockCheck> => {
	const found = await readExcesses(client, moves);
	if (!found.hasSplitRecords) return found;
	await writeMergedQuants(client);
	return await readExcesses(client, moves);
};

/** Looks twice, because another run may be repairing the same stock right now. */
const isSound = async (client: OdooClient, reservations: Reservations): Promise<boolean> => {
	const first = await check(client, reservations);
	if (first.excesses.length === 0) return true;
	await client.host.sleep(PAUSE_MS * (0.5 + client.host.random()));
	const second = await check(client, reservations);
	if (second.excesses.length === 0) return wantingOf(reservations.ledger).length === 0;
	await reservations.refresh();
	await reservations.write(cutsOf(reservations.ledger, second.excesses));
	return false;
};

/**
 * Makes Odoo hold what the plan says: gives back, reserves everything in one transaction, moves over what that gave to
 * the wrong line, and repairs what reservations at the same moment took twice. A plan that Odoo already holds costs no
 * write.
 * @param targets the first in the queue first
 */
export const writeTargets = async (
	client: OdooClient,
	targets: readonly Target[],
	stock: StockView,
): Promise<Applied> => {
	const held = new Map(targets.map(({ move }) => [move.id, move.held]));
	const reservations = new Reservations(client, { targets, held });
	for (let checks = 0; checks < CHECKS; checks++) {
		await reservations.write(surplusOf(reservations.ledger));
		if (checks < RESERVING_CHECKS) await writeWanting(client, reservations, stock);
		if (!reservations.hasReserved || (await isSound(client, reservations))) break;
	}
	await reservations.readBack();
	return { held: reservations.ledger.held, failed: reservations.failed };
};
