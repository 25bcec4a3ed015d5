import type { LinePlan, OrderPlan, Pool } from '../../core/allocation/problem';
import { fromGrains, toLineQuantity } from '../../core/allocation/units';
import { daysSince } from '../../core/allocation/waiting';
import type { OpenMove, OpenOrder } from './facts';
import type { StockView } from './readStock';
import type {
	AllocatedLine,
	Allocation,
	AllocationRun,
	AllocationStatus,
	Elsewhere,
	LineReason,
	LineWaiting,
	OrderReason,
	ProposedSubstitute,
} from './result';
import type { Outlook } from './shortages';
import { toTime } from './toProblem';

/** All that is known after a run. */
export interface Findings {
	/** What is reserved, or would be in a dry run, in grains by move. */
	readonly held: ReadonlyMap<number, number>;
	readonly plans: ReadonlyMap<number, OrderPlan>;
	readonly pools: readonly Pool[];
	readonly stock: StockView;
	readonly outlook: Outlook;
	/** By operation type. */
	readonly warnings: ReadonlyMap<number, string>;
	readonly run: Omit<AllocationRun, 'place'>;
	/** Milliseconds since 1970. */
	readonly now: number;
}

const ORDER_REASON: { readonly [state: string]: OrderReason } = {
	draft: 'notConfirmed',
	sent: 'notConfirmed',
	cancel: 'cancelled',
};

const round = (value: number, decimals: number): number =>
	Math.round(value * 10 ** decimals) / 10 ** decimals;

const statusOf = (asked: number, held: number, isComplete: boolean): AllocationStatus => {
	if (isComplete || asked === 0) return 'allocated';
	return held > 0 ? 'partiallyAllocated' : 'short';
};

class OrderFindings {
	private readonly planOf: ReadonlyMap<number, LinePlan>;
	private readonly plan: OrderPlan | undefined;

	constructor(
		private readonly order: OpenOrder,
		private readonly findings: Findings,
	) {
		this.plan = findings.plans.get(order.id);
		this.planOf = new Map(this.plan?.lines.map((line) => [line.line, line]));
	}

	allocation(): Allocation {
		const { order } = this;
		const sum = (amount: (move: OpenMove) => number) =>
			order.moves.reduce((total, move) => total + amount(move), 0);
		const [asked, held] = [sum((move) => move.asked), sum((move) => this.held(move))];
		const share = (move: OpenMove) => (move.asked > 0 ? this.held(move) / move.asked : 1);
		const [value, heldValue] = [sum((move) => move.value), sum((move) => move.value * share(move))];
		const isOpen = order.state === 'sale';
		const fillRate = asked === 0 ? 1 : value > 0 ? heldValue / value : held / asked;
		const status = statusOf(
			asked,
			held,
			order.moves.every((move) => !this.isShort(move)),
		);
		return {
			status: isOpen ? status : 'short',
			fillRate: isOpen ? round(fillRate, 4) : 0,
			value: round(heldValue, 2),
			currency: order.currency,
			lines: this.lines(),
			reason: ORDER_REASON[order.state] ?? (asked === 0 ? 'nothingToDeliver' : null),
			warnings: status === 'partiallyAllocated' ? this.warnings() : [],
			run: { ...this.findings.run, place: this.plan?.place ?? null },
		};
	}

	/** A line that Odoo keeps in several transfers is one line to people. */
	private lines(): AllocatedLine[] {
		const groups = new Map<string, OpenMove[]>();
		for (const move of this.order.moves) {
			const key = [
				move.saleLineId ?? `move ${move.id}`,
				move.product.id,
				move.locationId,
				move.unitName,
			].join(' ');
			groups.set(key, [...(groups.get(key) ?? []), move]);
		}
		return [...groups.values()].flatMap(([first, ...more]) =>
			first ? [this.line(first, [first, ...more])] : [],
		);
	}

	private line(first: OpenMove, moves: readonly OpenMove[]): AllocatedLine {
		const total = (amount: (move: OpenMove) => number) =>
			toLineQuantity(
				moves.reduce((sum, move) => sum + amount(move), 0),
				first.orderedUnit,
			);
		const short = moves.filter((move) => this.isShort(move));
		const lacking = short[0];
		const expected = short.map(({ id }) => this.findings.outlook.expected.get(id) ?? null);
		const isExpected = expected.length > 0 && !expected.includes(null);
		const substitute = lacking && this.substitute(lacking);
		return {
			lineId: first.saleLineId,
			product: first.product,
			unit: first.unitName,
			asked: total((move) => move.asked),
			allocated: total((move) => this.held(move)),
			short: total((move) => move.asked - this.held(move)),
			warehouse: this.findings.stock.placeName(first.locationId),
			expected: isExpected ? ([...expected].sort().pop() ?? null) : null,
			reason: lacking ? this.reason(lacking) : null,
			waiting: lacking ? this.waiting(lacking) : null,
			elsewhere: moves.flatMap((move) => this.elsewhere(move)),
			...(substitute ? { substitute } : {}),
		};
	}

	private held(move: OpenMove): number {
		return Math.min(this.findings.held.get(move.id) ?? 0, move.asked);
	}

	private isShort(move: OpenMove): boolean {
		return this.held(move) < move.asked;
	}

	private reason(move: OpenMove): LineReason {
		const plan = this.planOf.get(move.id);
		if (!plan) return 'waitsForOtherDocument';
		if (this.held(move) < this.plannedHere(move)) return 'takenMeanwhile';
		return this.elsewhere(move).length > 0 ? 'otherWarehouse' : (plan.reason ?? 'takenMeanwhile');
	}

	private plannedHere(move: OpenMove): number {
		const takes = this.planOf.get(move.id)?.takes ?? [];
		return takes.reduce(
			(sum, { pool, quantity }) =>
				this.findings.pools[pool]?.place === move.locationId ? sum + quantity : sum,
			0,
		);
	}

	private elsewhere(move: OpenMove): Elsewhere[] {
		const takes = this.planOf.get(move.id)?.takes ?? [];
		return takes.flatMap(({ pool, quantity }) => {
			const place = this.findings.pools[pool]?.place;
			if (place === undefined || place === move.locationId) return [];
			return [
				{
					warehouse: this.findings.stock.placeName(place),
					quantity: toLineQuantity(quantity, move.orderedUnit),
				},
			];
		});
	}

	private waiting(move: OpenMove): LineWaiting {
		const { outlook, now } = this.findings;
		const since = toTime(this.order.orderedAt ?? move.createdAt) ?? now;
		const due = toTime(this.order.requestedAt ?? move.dueAt) ?? now;
		return {
			days: daysSince(since, now),
			daysLate: daysSince(due, now),
			rank: outlook.ranks.get(move.id) ?? 1,
		};
	}

	private substitute(move: OpenMove): ProposedSubstitute | undefined {
		const proposal = this.findings.outlook.substitutes.get(move.id);
		if (!proposal) return undefined;
		const { reference, quantity, grain, unit } = proposal;
		return { product: { ...reference }, quantity: fromGrains(quantity, grain), unit };
	}

	private warnings(): string[] {
		return [
			...new Set(
				this.order.moves.flatMap(
					({ pickingTypeId }) => this.findings.warnings.get(pickingTypeId) ?? [],
				),
			),
		];
	}
}

/** The decision about one order, in units and words that people use. */
export const toAllocation = (order: OpenOrder, findings: Findings): Allocation =>
	new OrderFindings(order, findings).allocation();
