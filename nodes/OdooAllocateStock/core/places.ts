import { unique } from '../../shared/core/collections';
import type { LineDraft, OrderDraft } from './draft';
import type { Shelf } from './shelf';

const placesOf = ({ line }: LineDraft, shelf: Shelf): number[] =>
	line.pools.flatMap((pool) => shelf.pools[pool]?.place ?? []);

interface Source {
	readonly customer: number;
	readonly shelf: Shelf;
	readonly places: ReadonlySet<number>;
}

/** What a line would get from these places, as a share of its value. */
const covered = (
	{ line, ceiling, allocated }: LineDraft,
	{ customer, shelf, places }: Source,
): number => {
	const there = line.pools
		.filter((pool) => places.has(shelf.pools[pool]?.place ?? -1))
		.reduce((total, pool) => total + shelf.available(customer, pool), 0);
	const share = line.asked > 0 ? Math.min(there, ceiling - allocated) / line.asked : 0;
	return share * Math.max(line.value, Number.MIN_VALUE);
};

const worth = ({ order, lines }: OrderDraft, shelf: Shelf, places: ReadonlySet<number>): number =>
	lines.reduce(
		(total, line) => total + covered(line, { customer: order.customer, shelf, places }),
		0,
	);

/**
 * The places an order ships from: those it holds goods in already, then the first single place that can give all it
 * wants, else the most useful ones up to the limit. Ties go to the place its lines prefer.
 */
export const choosePlaces = (
	draft: OrderDraft,
	shelf: Shelf,
	splitLimit: number,
): ReadonlySet<number> => {
	const candidates = unique(draft.lines.flatMap((line) => placesOf(line, shelf)));
	if (candidates.length <= 1) return new Set(candidates);
	const held = draft.lines.flatMap(({ takes }) =>
		[...takes].flatMap(([pool, quantity]) =>
			quantity > 0 ? (shelf.pools[pool]?.place ?? []) : [],
		),
	);
	const chosen = new Set(held);
	const everything = worth(draft, shelf, new Set(candidates));
	while (chosen.size < Math.max(splitLimit, 1)) {
		const now = worth(draft, shelf, chosen);
		if (now >= everything) break;
		const rest = candidates.filter((place) => !chosen.has(place));
		const gains = rest.map((place) => worth(draft, shelf, new Set([...chosen, place])));
		const best = gains.indexOf(Math.max(...gains));
		if (best < 0 || (gains[best] ?? 0) <= now) break;
		chosen.add(rest[best] ?? -1);
	}
	return chosen;
};
