import type { OdooClient } from '../../shared/odoo/OdooClient';
import { nextGroup } from './assignGroup';
import { raisesOf, surplusOf, wantingOf } from './ledger';
import type { StockView } from './readStock';
import type { Reservations } from './reservations';
import type { FreeStock } from './targets';
import { canWriteEach } from './versions';

/** Rounds of reserving and giving back, before Odoo 19, until the rest is left for the next run. */
const ROUNDS = 12;

const freeIn =
	(stock: StockView): FreeStock =>
	({ move }) =>
		stock.freeAt(move.locationId, move.product.id);

/**
 * Odoo reserves in its own order; what the plan gives to others is moved over in one transaction, and never more than
 * is free then.
 */
const level = async (reservations: Reservations, stock: StockView): Promise<void> => {
	if (wantingOf(reservations.ledger).length === 0)
		return await reservations.write(surplusOf(reservations.ledger));
	const raises = raisesOf(reservations.ledger, freeIn(await stock.again()));
	await reservations.write([...surplusOf(reservations.ledger), ...raises]);
	if (raises.length > 0) await reservations.refresh();
};

/** Before Odoo 19 a quantity cannot be raised safely: only whole transfers are reserved, and reduced afterwards. */
const settleInGroups = async (reservations: Reservations, stock: StockView): Promise<void> => {
	for (let round = 0; round < ROUNDS; round++) {
		await reservations.write(surplusOf(reservations.ledger));
		const wanting = wantingOf(reservations.ledger);
		if (wanting.length === 0) return;
		const { targets, held } = reservations.ledger;
		await reservations.reserve(nextGroup(targets, held, freeIn(await stock.again())));
		const now = reservations.ledger.held;
		if (wanting.every(({ move }) => held.get(move.id) === now.get(move.id))) break;
	}
	await reservations.write(surplusOf(reservations.ledger));
};

/** Reserves what the plan gives and Odoo does not hold yet. */
export const writeWanting = async (
	client: OdooClient,
	reservations: Reservations,
	stock: StockView,
): Promise<void> => {
	const wanting = wantingOf(reservations.ledger);
	if (wanting.length === 0) return;
	await reservations.reserve(wanting.map(({ move }) => move.pickingId));
	const settle = (await canWriteEach(client)) ? level : settleInGroups;
	await settle(reservations, stock);
};
