import { byWeight, mulberry32, type Random } from '../support/mulberry32';
import { WHOLESALE, type WholesaleShape } from './wholesaleShape';

export interface WholesaleLine {
	/** Rank in the catalogue by demand, from 0. */
	readonly product: number;
	/** Pieces, a multiple of `multiple`. */
	readonly quantity: number;
	readonly multiple: number;
	/** For one piece. */
	readonly cents: number;
}

export interface WholesaleOrder {
	/** Rank by number of orders, from 0. */
	readonly customer: number;
	/** Of the customer's priority: how much a unit of money on this order counts. */
	readonly weight: number;
	readonly shipsComplete: boolean;
	readonly lines: readonly WholesaleLine[];
}

interface Product {
	readonly multiple: number;
	/** List price of one piece. */
	readonly cents: number;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

const sharesOf = (parts: readonly { readonly share: number }[]): number[] =>
	parts.map(({ share }) => share);

/** Chances by rank, see `productHead`: quotients only, which every machine rounds alike, as it does not powers. */
const longTail = (count: number, head: number) =>
	byWeight(times(count, (rank) => 1 / (rank + head)));

const between = (random: Random, [from, to]: readonly [number, number]): number =>
	from + Math.floor(random() * (to - from + 1));

const oneOf = <T>(random: Random, values: readonly T[], otherwise: T): T =>
	values[Math.floor(random() * values.length)] ?? otherwise;

const drawCatalogue = (random: Random, { products, priceBands }: WholesaleShape): Product[] => {
	const drawBand = byWeight(sharesOf(priceBands));
	return times(products, () => {
		const band = priceBands[drawBand(random)];
		return {
			cents: between(random, band?.cents ?? [0, 0]),
			multiple: oneOf(random, band?.multiples ?? [], 1),
		};
	});
};

const priceFor = (packs: number, { cents }: Product, { priceBreaks }: WholesaleShape): number => {
	const { discount } = priceBreaks.find((step) => packs >= step.packs) ?? { discount: 0 };
	return Math.floor(cents * (1 - discount));
};

/**
 * Orders of a wholesaler, made up from a seed: no clock, no time zone and no locale has a part in them.
 * @param seed a whole number; the same seed gives the same catalogue, customers and orders
 * @param count orders to make
 */
export const wholesaleOrders = (
	seed: number,
	count: number,
	shape: WholesaleShape = WHOLESALE,
): WholesaleOrder[] => {
	const random = mulberry32(seed);
	const catalogue = drawCatalogue(random, shape);
	const drawPriority = byWeight(sharesOf(shape.priorities));
	const weights = times(shape.customers, () => shape.priorities[drawPriority(random)]?.weight ?? 1);
	const drawProduct = longTail(shape.products, shape.productHead);
	const drawCustomer = longTail(shape.customers, shape.customerHead);

	const drawLine = (): WholesaleLine => {
		const product = drawProduct(random);
		const drawn = random();
		const packs = 1 + Math.floor(shape.mostPacks * drawn * drawn * drawn);
		const { multiple, cents } = catalogue[product] ?? { multiple: 1, cents: 0 };
		return {
			product,
			quantity: packs * multiple,
			multiple,
			cents: priceFor(packs, { multiple, cents }, shape),
		};
	};

	return times(count, () => {
		const customer = drawCustomer(random);
		const drawn = random();
		return {
			customer,
			weight: weights[customer] ?? 1,
			shipsComplete: random() < shape.shipsComplete,
			lines: times(1 + Math.floor(shape.mostLines * drawn * drawn), drawLine),
		};
	});
};
