import type { LinePlan } from '../core/plan';
import { fromGrains, toLineQuantity } from '../core/units';
import { daysSince } from '../core/waiting';
import { toTime, type OpenMove, type OpenOrder } from './facts';
import { elsewhereOf, heldBy, isShort, reasonFor, type Findings } from './findings';
import type { AllocatedLine, LineWaiting, ProposedSubstitute } from '../core/allocation';

/** The moves of one line, never none. */
export type LineMoves = readonly [OpenMove, ...OpenMove[]];

/** One line of an order. */
interface Line {
	readonly order: OpenOrder;
	readonly moves: LineMoves;
	readonly planOf: (move: OpenMove) => LinePlan | undefined;
}

const waitingOf = (findings: Findings, order: OpenOrder, move: OpenMove): LineWaiting => {
	const { outlook, now } = findings;
	const since = toTime(order.orderedAt ?? move.createdAt) ?? now;
	const due = toTime(order.requestedAt ?? move.dueAt) ?? now;
	return {
		days: daysSince(since, now),
		daysLate: daysSince(due, now),
		rank: outlook.ranks.get(move.id) ?? 1,
	};
};

const substituteOf = ({ outlook }: Findings, move: OpenMove): ProposedSubstitute | null => {
	const proposal = outlook.substitutes.get(move.id);
	if (!proposal) return null;
	const { reference, quantity, grain, unit } = proposal;
	return { product: { ...reference }, quantity: fromGrains(quantity, grain), unit };
};

/** When the last of what is missing comes; null when some of it is not expected at all. */
const expectedOf = ({ outlook }: Findings, short: readonly OpenMove[]): string | null => {
	const dates = short.map(({ id }) => outlook.expected.get(id));
	return dates.includes(undefined) ? null : ([...dates].sort().pop() ?? null);
};

/** A line as people read it, in the unit it was ordered in. */
export const toLine = ({ order, moves, planOf }: Line, findings: Findings): AllocatedLine => {
	const [first] = moves;
	const total = (amount: (move: OpenMove) => number) =>
		toLineQuantity(
			moves.reduce((sum, move) => sum + amount(move), 0),
			first.orderedUnit,
		);
	const short = moves.filter((move) => isShort(findings, move));
	const [lacking] = short;
	const substitute = lacking && substituteOf(findings, lacking);
	return {
		lineId: first.saleLineId,
		product: first.product,
		unit: first.unitName,
		asked: total((move) => move.asked),
		allocated: total((move) => heldBy(findings, move)),
		short: total((move) => move.asked - heldBy(findings, move)),
		warehouse: findings.stock.placeName(first.locationId),
		expected: expectedOf(findings, short),
		reason: lacking ? reasonFor(findings, lacking, planOf(lacking)) : null,
		waiting: lacking ? waitingOf(findings, order, lacking) : null,
		elsewhere: moves.flatMap((move) =>
			elsewhereOf(findings, move, planOf(move)).map(({ place, quantity }) => ({
				warehouse: findings.stock.placeName(place),
				quantity: toLineQuantity(quantity, move.orderedUnit),
			})),
		),
		...(substitute ? { substitute } : {}),
	};
};
