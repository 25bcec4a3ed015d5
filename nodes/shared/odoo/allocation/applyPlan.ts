import type { OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { nextGroup } from './assignGroup';
import type { OpenMove } from './facts';
import { readHeld } from './heldQuantities';
import { checkStock, mergeStockRecords, type Excess, type StockCheck } from './overReservation';
import { releaseTo, type Release } from './releaseTo';
import { reserve } from './reserve';

/** What the plan gives to one move, in grains. */
export interface Target {
	readonly move: OpenMove;
	readonly allocated: number;
}

export interface Applied {
	/** What Odoo holds for each move afterwards, in grains. */
	readonly held: ReadonlyMap<number, number>;
	/** Why Odoo refused, by move. */
	readonly failed: ReadonlyMap<number, OdooError>;
}

/** Rounds of reserving and giving back before the rest is left for the next run. */
const ROUNDS = 8;
/** Rounds of looking for what others reserved at the same moment; after the reserving ones only giving back is left. */
const CHECKS = 10;
const RESERVING_CHECKS = 4;
const PAUSE_MS = 400;

class Application {
	readonly failed = new Map<number, OdooError>();
	private hasReserved = false;

	constructor(
		private readonly client: OdooClient,
		private readonly targets: readonly Target[],
		private held: ReadonlyMap<number, number>,
	) {}

	async run(): Promise<Applied> {
		for (let check = 0; check < CHECKS; check++) {
			await this.settle(check < RESERVING_CHECKS);
			if (!this.hasReserved || (await this.isSound())) break;
		}
		return { held: this.held, failed: this.failed };
	}

	/** Gives back what is beyond the plan and reserves what is missing, until nothing changes any more. */
	private async settle(mayReserve: boolean): Promise<void> {
		for (let round = 0; round < ROUNDS; round++) {
			await this.release(this.surplus());
			const wanting = this.wanting();
			if (!mayReserve || wanting.length === 0) return;
			const before = this.held;
			await this.reserve(
				round === 0 ? wanting.map(({ move }) => move.pickingId) : nextGroup(this.live(), this.held),
			);
			if (
				!this.surplus().length &&
				wanting.every(({ move }) => before.get(move.id) === this.held.get(move.id))
			)
				return;
		}
		await this.release(this.surplus());
	}

	/** Looks twice, because another run may be repairing the same stock right now. */
	private async isSound(): Promise<boolean> {
		const first = await this.check();
		if (first.excesses.length === 0) return true;
		await this.client.host.sleep(PAUSE_MS * (0.5 + this.client.host.random()));
		const second = await this.check();
		if (second.excesses.length === 0) return this.wanting().length === 0;
		this.held = await readHeld(this.client, this.moves());
		await this.release(this.cuts(second.excesses));
		return false;
	}

	private async check(): Promise<StockCheck> {
		const check = await checkStock(this.client, this.moves());
		if (!check.hasSplitRecords) return check;
		await mergeStockRecords(this.client);
		return await checkStock(this.client, this.moves());
	}

	/** Gives back the excess from the end of the queue, as far as these orders hold it. */
	private cuts(excesses: readonly Excess[]): Release[] {
		return excesses.flatMap(({ product, quantity }) => {
			let excess = quantity;
			const own = this.live().filter(
				({ move }) => move.product.id === product && !move.isUnlimited,
			);
			return own.reverse().flatMap(({ move }): Release[] => {
				const cut = Math.min(excess, this.holds(move) - move.picked);
				if (cut <= 0) return [];
				excess -= cut;
				return [{ move, keeps: this.holds(move) - cut }];
			});
		});
	}

	private async release(releases: readonly Release[]): Promise<void> {
		if (releases.length === 0) return;
		const refused = await releaseTo(this.client, releases);
		refused.forEach((error, moveId) => this.failed.set(moveId, error));
		const given = releases.filter(({ move }) => !refused.has(move.id));
		this.held = new Map([
			...this.held,
			...given.map(({ move, keeps }) => [move.id, keeps] as const),
		]);
	}

	private async reserve(pickingIds: readonly number[]): Promise<void> {
		this.hasReserved = true;
		const refused = await reserve(this.client, pickingIds);
		for (const { move } of this.targets) {
			const error = refused.get(move.pickingId);
			if (error) this.failed.set(move.id, error);
		}
		this.held = await readHeld(this.client, this.moves());
	}

	private surplus(): Release[] {
		return this.live()
			.map(({ move, allocated }) => ({ move, keeps: Math.max(allocated, move.picked) }))
			.filter(({ move, keeps }) => this.holds(move) > keeps);
	}

	private wanting(): Target[] {
		return this.live().filter(({ move, allocated }) => this.holds(move) < allocated);
	}

	private live(): Target[] {
		return this.targets.filter(({ move }) => !this.failed.has(move.id));
	}

	private moves(): OpenMove[] {
		return this.targets.map(({ move }) => move);
	}

	private holds(move: OpenMove): number {
		return this.held.get(move.id) ?? 0;
	}
}

/**
 * Makes Odoo hold what the plan says: gives back, reserves everything in one transaction, gives back what that took
 * beyond the plan, and repairs what reservations at the same moment took twice. A plan that Odoo already holds costs
 * no write.
 * @param targets the first in the queue first
 */
export const applyPlan = async (client: OdooClient, targets: readonly Target[]): Promise<Applied> =>
	await new Application(
		client,
		targets,
		new Map(targets.map(({ move }) => [move.id, move.held])),
	).run();
