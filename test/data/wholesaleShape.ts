/** Products of one price band: dear ones are sold by the piece, cheap ones by the carton. */
interface PriceBand {
	/** Share of the catalogue, 0 to 1; the bands add up to 1. */
	readonly share: number;
	/** Lowest and highest list price, in cents; any whole cent between them is as likely. */
	readonly cents: readonly [number, number];
	/** Order multiples in pieces; a product has one of them, each as likely. */
	readonly multiples: readonly number[];
}

interface PriceBreak {
	/** Order multiples on one line from which it holds. */
	readonly packs: number;
	/** Share off the list price, 0 to 1; the price is rounded down to a whole cent. */
	readonly discount: number;
}

interface Priority {
	/** Share of the customers, 0 to 1; the priorities add up to 1. */
	readonly share: number;
	/** How much a unit of money on an order of theirs counts. */
	readonly weight: number;
}

/** Everything that decides what generated orders look like. */
export interface WholesaleShape {
	/** Products in the catalogue, by falling demand. */
	readonly products: number;
	/**
	 * A line names the product of rank r (from 0) with a chance in proportion to 1 / (r + this): Zipf's law with a
	 * flattened head. The smaller, the more of the lines name few products: at 25 of 1,200 a tenth of the products has
	 * 45 % of the lines.
	 */
	readonly productHead: number;
	/** Customers there are, by falling number of orders. */
	readonly customers: number;
	/** As `productHead`, for the customer of an order: at 20 of 800 a tenth of the customers sends 43 % of the orders. */
	readonly customerHead: number;
	/**
	 * Lines of an order are 1 + floor(this × u²), u uniform from 0 to 1: from 1 line to this many, a long tail. At 30 the
	 * median is 8 and the mean 10.5. A product may come twice on an order, as two lines.
	 */
	readonly mostLines: number;
	/**
	 * Order multiples on a line are 1 + floor(this × u³), u uniform from 0 to 1: from 1 to this many. At 12 the median
	 * is 2 and the mean 3.5.
	 */
	readonly mostPacks: number;
	readonly priceBands: readonly PriceBand[];
	/** By falling `packs`: the first that a line reaches holds, none is the list price. */
	readonly priceBreaks: readonly PriceBreak[];
	/** The least urgent first. */
	readonly priorities: readonly Priority[];
	/** Share of the orders that ship complete or not at all, 0 to 1. */
	readonly shipsComplete: number;
}

/** A wholesaler of gifts and household goods to many small shops and a few large ones. */
export const WHOLESALE: WholesaleShape = {
	products: 1_200,
	productHead: 25,
	customers: 800,
	customerHead: 20,
	mostLines: 30,
	mostPacks: 12,
	priceBands: [
		{ share: 0.25, cents: [20, 99], multiples: [12, 24, 48] },
		{ share: 0.4, cents: [100, 399], multiples: [4, 6, 12] },
		{ share: 0.25, cents: [400, 999], multiples: [1, 2, 4] },
		{ share: 0.1, cents: [1_000, 4_999], multiples: [1] },
	],
	priceBreaks: [
		{ packs: 8, discount: 0.15 },
		{ packs: 4, discount: 0.08 },
	],
	priorities: [
		{ share: 0.5, weight: 1 },
		{ share: 0.3, weight: 1.5 },
		{ share: 0.2, weight: 2.5 },
	],
	shipsComplete: 0.3,
};
