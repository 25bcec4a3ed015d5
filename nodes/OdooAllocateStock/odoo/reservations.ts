import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { withHeld, type Ledger } from './ledger';
import { readHeld } from './readHeld';
import type { Target } from './targets';
import { writeQuantities, type QuantityChange } from './writeQuantities';
import { writeReservations } from './writeReservations';

/** What Odoo holds for the moves of a run while a plan is carried out, kept up to date with every write. */
export class Reservations {
	/** Why Odoo refused, by move. What it refused is left alone from then on. */
	readonly failed = new Map<number, OdooError>();
	/** Whether anything was reserved, so that somebody else may have reserved the same. */
	hasReserved = false;
	/** Something was written that Odoo has answered and not shown yet. */
	private isUnread = false;

	constructor(
		private readonly client: OdooClient,
		private current: Ledger,
	) {}

	get ledger(): Ledger {
		return this.current;
	}

	get moves(): Target['move'][] {
		return this.current.targets.map(({ move }) => move);
	}

	async write(changes: readonly QuantityChange[]): Promise<void> {
		this.isUnread ||= changes.length > 0;
		const refused = await writeQuantities(this.client, changes);
		this.current = withHeld(
			this.current,
			changes.filter(({ move }) => !refused.has(move.id)),
		);
		this.fail(({ move }) => refused.get(move.id));
	}

	/** Reserves the transfers of these targets, as much as Odoo has for them. */
	async reserve(pickingIds: readonly number[]): Promise<void> {
		this.hasReserved = true;
		const refused = await writeReservations(this.client, pickingIds);
		this.fail(({ move }) => refused.get(move.pickingId));
		await this.refresh();
	}

	/** Reads what was written, unless that was done since. */
	async readBack(): Promise<void> {
		if (this.isUnread) await this.refresh();
	}

	async refresh(): Promise<void> {
		this.isUnread = false;
		const held = await readHeld(this.client, this.moves);
		this.current = { ...this.current, held: new Map([...this.current.held, ...held]) };
	}

	private fail(errorOf: (target: Target) => OdooError | undefined): void {
		for (const target of this.current.targets) {
			const error = errorOf(target);
			if (error) this.failed.set(target.move.id, error);
		}
		const targets = this.current.targets.filter(({ move }) => !this.failed.has(move.id));
		this.current = { ...this.current, targets };
	}
}
