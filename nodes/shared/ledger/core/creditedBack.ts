import { groupValues } from '../../core/collections';
import { add, largest, negate, smallest, subtract, sum, ZERO, type Exact } from '../../core/exact';
import type { LineEntries } from './lineDocuments';
import { isKit, inUnitOf, refundedReturns, shipments } from './lineMoves';
import type { LineRow } from './orderRows';

interface Event {
	readonly at: string;
	readonly delivered: Exact;
	readonly billed: Exact;
	readonly credited: Exact;
}

/**
 * How much of the credited goods was credited because more was invoiced than the customer kept: this much may be invoiced
 * again when it is shipped anew. The other credits were agreed although the goods stayed. Only the order of events tells
 * both apart: of twenty shipped, ten returned, ten invoiced and ten credited, the credit may have come before the last
 * ten left or after all of it.
 * @param kept what is delivered, or ordered where the line is invoiced by that
 */
export const creditedBack = (
	line: LineRow,
	{ billed, goods }: LineEntries,
	{ kept, byOrder }: { readonly kept: Exact; readonly byOrder: boolean },
): Exact => {
	const deliveries = byOrder || line.kind !== 'goods' || isKit(line) ? null : deliveriesOf(line);
	const none = { delivered: ZERO, billed: ZERO, credited: ZERO };
	const events = inOrder([
		...(deliveries ?? []),
		...billed.map(({ quantity, document }) => ({ ...none, at: document.at, billed: quantity })),
		...goods.map(({ quantity, document }) => ({ ...none, at: document.at, credited: quantity })),
	]);
	let [has, asked, credited, matched] = [deliveries ? ZERO : kept, ZERO, ZERO, ZERO];
	for (const event of events) {
		has = add(has, event.delivered);
		asked = add(asked, event.billed);
		credited = add(credited, event.credited);
		const tooMuch = largest(ZERO, subtract(subtract(asked, matched), has));
		matched = add(matched, smallest(tooMuch, subtract(credited, matched)));
	}
	return matched;
};

const deliveriesOf = (line: LineRow): Event[] => {
	const none = { billed: ZERO, credited: ZERO };
	return [
		...shipments(line).map((move) => ({ ...none, at: move.at, delivered: inUnitOf(line, move) })),
		...refundedReturns(line)
			.filter(({ state }) => state === 'done')
			.map((move) => ({ ...none, at: move.at, delivered: negate(inUnitOf(line, move)) })),
	];
};

/** Events of one moment are one. */
const inOrder = (events: readonly Event[]): Event[] =>
	[
		...groupValues(
			events,
			({ at }) => at,
			(event) => event,
		),
	]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([at, together]) => ({
			at,
			delivered: sum(together.map(({ delivered }) => delivered)),
			billed: sum(together.map(({ billed }) => billed)),
			credited: sum(together.map(({ credited }) => credited)),
		}));
