import { OdooError } from '../../nodes/shared/odoo/errors';
import type { OpenMove } from '../../nodes/OdooAllocateStock/odoo/facts';
import type { Target } from '../../nodes/OdooAllocateStock/odoo/targets';
import { OdooClient } from '../../nodes/shared/odoo/OdooClient';
import type { OdooTransport } from '../../nodes/shared/odoo/OdooTransport';
import { exact } from '../../nodes/shared/core/exact';
import { stillHost } from '../support/hosts';

export interface SimulatedMove {
	readonly product: number;
	readonly picking: number;
	readonly asked: number;
	readonly held: number;
	readonly allocated: number;
}

const UNIT = { ratio: exact(1), grain: exact(1), lineGrain: exact(1) };
const PLACE = 8;

const toTarget = (
	{ product, picking, asked, held, allocated }: SimulatedMove,
	index: number,
): Target => ({
	step: 1,
	allocated,
	move: {
		id: index + 1,
		saleLineId: index + 1,
		product: { id: product, name: `P${product}` },
		pickingId: picking,
		pickingTypeId: 1,
		transfer: { isUrgent: false, plannedAt: null },
		locationId: PLACE,
		takesFromStock: true,
		isUnlimited: false,
		unit: UNIT,
		orderedUnit: UNIT,
		unitName: 'Units',
		asked,
		held,
		picked: 0,
		value: asked,
		grainCost: 0,
		turn: String(index).padStart(6, '0'),
		dueAt: null,
		createdAt: null,
	} satisfies OpenMove,
});

/**
 * Odoo's reserving as it was found to behave: a transfer takes all it asks for as far as there is stock, a written
 * quantity is believed without a word. A rival may reserve between any two calls.
 */
export class SimulatedStock {
	readonly targets: readonly Target[];
	readonly held = new Map<number, number>();
	readonly calls: string[] = [];
	private readonly rivals = new Map<number, number>();

	constructor(
		private readonly onHand: ReadonlyMap<number, number>,
		moves: readonly SimulatedMove[],
		private readonly options: {
			readonly version: number;
			/** What a rival takes of which product before each call, whether it is free or not. */
			readonly rival?: (
				call: number,
			) => { readonly product: number; readonly quantity: number } | undefined;
			/** Answers that get lost on the way, after Odoo has done the work or before. */
			readonly loses?: (name: string, call: number) => 'done' | 'undone' | undefined;
			/** Calls that Odoo refuses. */
			readonly refuses?: (name: string, ids: readonly number[]) => boolean;
			/** Moves of which Odoo keeps the quantity, whatever is written and without a word. */
			readonly keeps?: (id: number) => boolean;
		},
	) {
		this.targets = moves.map(toTarget);
		for (const { move } of this.targets) this.held.set(move.id, move.held);
	}

	client(): OdooClient {
		const transport: OdooTransport = {
			version: async () => this.options.version,
			userId: async () => null,
			call: async (model, method, { ids = [], args = {} } = {}) => {
				const name = `${model}.${method}`;
				this.calls.push(name);
				const rival = this.options.rival?.(this.calls.length);
				if (rival)
					this.rivals.set(rival.product, (this.rivals.get(rival.product) ?? 0) + rival.quantity);
				if (this.options.refuses?.(name, ids))
					throw new OdooError({ kind: 'validation', call: name, reason: 'Not this one.' });
				const lost = this.options.loses?.(name, this.calls.length);
				const answer = lost === 'undone' ? null : this.answer(name, ids, args);
				if (lost) throw new OdooError({ kind: 'outcomeUnknown', call: name, reason: 'No answer.' });
				return answer;
			},
		};
		return new OdooClient(transport, { host: stillHost(), batchSize: 2_000 });
	}

	reserved(product: number): number {
		const own = this.targets.filter(({ move }) => move.product.id === product);
		return (
			own.reduce((sum, { move }) => sum + (this.held.get(move.id) ?? 0), 0) +
			(this.rivals.get(product) ?? 0)
		);
	}

	ownOf(product: number): number {
		return this.reserved(product) - (this.rivals.get(product) ?? 0);
	}

	free(product: number): number {
		return (this.onHand.get(product) ?? 0) - this.reserved(product);
	}

	view() {
		const freeAt = (_place: number, product: number) => this.free(product);
		const snapshot = new Map(
			[...this.onHand.keys()].map((product) => [product, freeAt(PLACE, product)]),
		);
		const view = {
			freeAt: (_: number, product: number) => snapshot.get(product) ?? 0,
			placeName: () => 'WH',
			again: async () => this.view(),
		};
		return view as {
			freeAt: (place: number, product: number) => number;
			placeName: () => string;
			again: () => Promise<never>;
		};
	}

	private answer(
		name: string,
		ids: readonly number[],
		args: { readonly [name: string]: unknown },
	): unknown {
		const answers: { readonly [name: string]: () => unknown } = {
			'res.users.context_get': () => ({ uid: 2, lang: 'en_US', tz: 'UTC' }),
			'res.company.search_read': () => [{ id: 1, name: 'C', currency_id: [1, 'EUR'] }],
			'stock.move.search_read': () =>
				[...this.held].map(([id, quantity]) => ({ id, quantity, state: 'assigned' })),
			'stock.picking.action_assign': () => this.assign(new Set(ids)),
			'stock.move.web_save_multi': () => {
				const values = args.vals_list as readonly { readonly quantity: number }[];
				ids.forEach((id, index) => this.write(id, values[index]?.quantity ?? 0));
				return [];
			},
			'stock.move.write': () => {
				const { quantity } = args.vals as { readonly quantity: number };
				for (const id of ids) this.write(id, quantity);
				return true;
			},
			'stock.quant.search_read': () =>
				[...this.onHand].map(([product, quantity]) => ({
					id: product,
					product_id: [product, 'P'],
					location_id: [PLACE, 'WH'],
					lot_id: false,
					package_id: false,
					owner_id: false,
					quantity,
					reserved_quantity: this.reserved(product),
				})),
		};
		const answer = answers[name];
		if (!answer) throw new Error(`Not simulated: ${name}`);
		return answer();
	}

	private write(id: number, quantity: number): void {
		if (!this.options.keeps?.(id)) this.held.set(id, quantity);
	}

	private assign(pickings: ReadonlySet<number>): boolean {
		for (const { move } of this.targets) {
			if (!pickings.has(move.pickingId)) continue;
			const has = this.held.get(move.id) ?? 0;
			const taken = Math.min(
				Math.max(move.asked - has, 0),
				Math.max(this.free(move.product.id), 0),
			);
			this.held.set(move.id, has + taken);
		}
		return true;
	}
}
