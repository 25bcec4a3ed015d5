import { byWeight, mulberry32, type Random } from '../support/mulberry32';
import type { WholesaleOrder } from './wholesaleOrders';

/** How much of its demand each product has in stock, as a share from 0 to 1. */
type Supply =
	| {
			readonly kind: 'levels';
			/** `share` of the products have `inStock`. */
			readonly levels: readonly { readonly share: number; readonly inStock: number }[];
	  }
	/** Any share between the two is as likely. */
	| { readonly kind: 'range'; readonly from: number; readonly to: number };

export const SUPPLIES = {
	/** Most have all, the others 70, 30 or 0 percent: few orders that ship complete have a chance. */
	patchy: {
		kind: 'levels',
		levels: [
			{ share: 0.55, inStock: 1 },
			{ share: 0.15, inStock: 0.7 },
			{ share: 0.15, inStock: 0.3 },
			{ share: 0.15, inStock: 0 },
		],
	},
	/** All have most of it: nearly every order has a chance, and they exclude each other. */
	tight: { kind: 'range', from: 0.6, to: 0.95 },
} as const satisfies Record<string, Supply>;

const drawShare = (supply: Supply): ((random: Random) => number) => {
	if (supply.kind === 'range')
		return (random) => supply.from + (supply.to - supply.from) * random();
	const draw = byWeight(supply.levels.map(({ share }) => share));
	return (random) => supply.levels[draw(random)]?.inStock ?? 0;
};

/**
 * The pieces in stock of each product that the orders name, in the order in which they first name it.
 * @param seed a whole number; the same seed and orders give the same stock
 */
export const wholesaleStock = (
	seed: number,
	orders: readonly WholesaleOrder[],
	supply: Supply,
): ReadonlyMap<number, number> => {
	const demand = new Map<number, number>();
	for (const { lines } of orders)
		for (const { product, quantity } of lines)
			demand.set(product, (demand.get(product) ?? 0) + quantity);
	// A series of its own, so that another supply leaves the orders as they are.
	const random = mulberry32(~seed);
	const draw = drawShare(supply);
	return new Map(
		[...demand].map(([product, pieces]) => [product, Math.floor(pieces * draw(random))]),
	);
};
