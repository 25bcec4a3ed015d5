import type { LinePlan, OrderPlan } from '../core/plan';
import type { Pool } from '../core/demand';
import type { OpenMove } from './facts';
import type { StockView } from './readStock';
import type { AllocationRun } from '../core/allocation';
import type { LineReason } from '../core/reasons';
import type { Outlook } from './readOutlook';

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

/** What one move holds; what it holds beyond what it asks for is no use to the order. */
export const heldBy = ({ held }: Findings, move: OpenMove): number =>
	Math.min(held.get(move.id) ?? 0, move.asked);

export const isShort = (findings: Findings, move: OpenMove): boolean =>
	heldBy(findings, move) < move.asked;

interface OtherPlace {
	readonly place: number;
	/** In grains. */
	readonly quantity: number;
}

/** What the plan would take from other places than the move's own. */
export const elsewhereOf = (
	{ pools }: Findings,
	move: OpenMove,
	plan: LinePlan | undefined,
): OtherPlace[] =>
	(plan?.takes ?? []).flatMap(({ pool, quantity }) => {
		const place = pools[pool]?.place;
		return place === undefined || place === move.locationId ? [] : [{ place, quantity }];
	});

/** Why a move is short. */
export const reasonFor = (
	findings: Findings,
	move: OpenMove,
	plan: LinePlan | undefined,
): LineReason => {
	if (!plan) return 'waitsForOtherDocument';
	const elsewhere = elsewhereOf(findings, move, plan);
	const here = plan.allocated - elsewhere.reduce((total, { quantity }) => total + quantity, 0);
	if (heldBy(findings, move) < here) return 'takenMeanwhile';
	return elsewhere.length > 0 ? 'otherWarehouse' : (plan.reason ?? 'takenMeanwhile');
};
