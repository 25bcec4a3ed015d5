import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { nextGroup } from './assignGroup';
import { readHeld } from './heldQuantities';
import {
	cutsOf,
	raisesOf,
	surplusOf,
	wantingOf,
	withHeld,
	type Ledger,
	type Target,
} from './ledger';
import { checkStock, mergeStockRecords, type StockCheck } from './overReservation';
import type { StockView } from './readStock';
import { reserve } from './reserve';
import { canRaise, writeQuantities, type QuantityChange } from './writeQuantities';

export interface Applied {
	/** What Odoo holds for each move afterwards, in grains. */
	readonly held: ReadonlyMap<number, number>;
	/** Why Odoo refused, by move. */
	readonly failed: ReadonlyMap<number, OdooError>;
}

/** Rounds of reserving and giving back, before Odoo 19, until the rest is left for the next run. */
const ROUNDS = 12;
/** Looks for what others reserved at the same moment; after the reserving ones only giving back is left. */
const CHECKS = 10;
const RESERVING_CHECKS = 4;
const PAUSE_MS = 400;

class Application {
	readonly failed = new Map<number, OdooError>();
	private hasReserved = false;

	constructor(
		private readonly client: OdooClient,
		private ledger: Ledger,
		private readonly stock: StockView,
	) {}

	async run(): Promise<Applied> {
		for (let check = 0; check < CHECKS; check++) {
			await this.settle(check < RESERVING_CHECKS);
			if (!this.hasReserved || (await this.isSound())) break;
		}
		return { held: this.ledger.held, failed: this.failed };
	}

	/** Gives back what is beyond the plan and reserves what is missing. */
	private async settle(mayReserve: boolean): Promise<void> {
		await this.write(surplusOf(this.ledger));
		const wanting = wantingOf(this.ledger);
		if (!mayReserve || wanting.length === 0) return;
		await this.reserve(wanting.map(({ move }) => move.pickingId));
		if (await canRaise(this.client)) await this.level();
		else await this.settleInGroups();
	}

	/**
	 * Odoo reserves in its own order; what the plan gives to others is moved over in one transaction, and never more
	 * than is free then.
	 */
	private async level(): Promise<void> {
		const isDone = wantingOf(this.ledger).length === 0;
		if (isDone) return await this.write(surplusOf(this.ledger));
		const stock = await this.stock.again();
		const raises = raisesOf(this.ledger, ({ move }) =>
			stock.freeAt(move.locationId, move.product.id),
		);
		await this.write([...surplusOf(this.ledger), ...raises]);
		if (raises.length > 0) await this.refresh();
	}

	/** Before Odoo 19 a quantity cannot be raised safely: only whole transfers are reserved, and reduced afterwards. */
	private async settleInGroups(): Promise<void> {
		for (let round = 0; round < ROUNDS; round++) {
			await this.write(surplusOf(this.ledger));
			const wanting = wantingOf(this.ledger);
			if (wanting.length === 0) return;
			const before = this.ledger.held;
			const stock = await this.stock.again();
			const free = ({ move }: Target) => stock.freeAt(move.locationId, move.product.id);
			await this.reserve(nextGroup(this.ledger.targets, before, free));
			const isStuck = wanting.every(
				({ move }) => before.get(move.id) === this.ledger.held.get(move.id),
			);
			if (isStuck) break;
		}
		await this.write(surplusOf(this.ledger));
	}

	/** Looks twice, because another run may be repairing the same stock right now. */
	private async isSound(): Promise<boolean> {
		const first = await this.check();
		if (first.excesses.length === 0) return true;
		await this.client.host.sleep(PAUSE_MS * (0.5 + this.client.host.random()));
		const second = await this.check();
		if (second.excesses.length === 0) return wantingOf(this.ledger).length === 0;
		await this.refresh();
		await this.write(cutsOf(this.ledger, second.excesses));
		return false;
	}

	private async check(): Promise<StockCheck> {
		const check = await checkStock(this.client, this.moves());
		if (!check.hasSplitRecords) return check;
		await mergeStockRecords(this.client);
		return await checkStock(this.client, this.moves());
	}

	private async write(changes: readonly QuantityChange[]): Promise<void> {
		const refused = await writeQuantities(this.client, changes);
		this.ledger = withHeld(
			this.ledger,
			changes.filter(({ move }) => !refused.has(move.id)),
		);
		this.fail(({ move }) => refused.get(move.id));
	}

	private async reserve(pickingIds: readonly number[]): Promise<void> {
		this.hasReserved = true;
		const refused = await reserve(this.client, pickingIds);
		this.fail(({ move }) => refused.get(move.pickingId));
		await this.refresh();
	}

	/** What Odoo refused is left alone from then on. */
	private fail(errorOf: (target: Target) => OdooError | undefined): void {
		for (const target of this.ledger.targets) {
			const error = errorOf(target);
			if (error) this.failed.set(target.move.id, error);
		}
		const targets = this.ledger.targets.filter(({ move }) => !this.failed.has(move.id));
		this.ledger = { ...this.ledger, targets };
	}

	private async refresh(): Promise<void> {
		const held = await readHeld(this.client, this.moves());
		this.ledger = { ...this.ledger, held: new Map([...this.ledger.held, ...held]) };
	}

	private moves(): Target['move'][] {
		return this.ledger.targets.map(({ move }) => move);
	}
}

/**
 * Makes Odoo hold what the plan says: gives back, reserves everything in one transaction, moves over what that gave to
 * the wrong line, and repairs what reservations at the same moment took twice. A plan that Odoo already holds costs no
 * write.
 * @param targets the first in the queue first
 */
export const applyPlan = async (
	client: OdooClient,
	targets: readonly Target[],
	stock: StockView,
): Promise<Applied> => {
	const held = new Map(targets.map(({ move }) => [move.id, move.held]));
	return await new Application(client, { targets, held }, stock).run();
};
