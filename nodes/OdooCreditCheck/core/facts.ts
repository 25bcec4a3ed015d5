/**
 * What a credit decision looks at. Words used here:
 * account — the debtor: the commercial partner of the invoice address, in one company;
 * exposure — everything that account may come to owe; limit — how much of it is allowed;
 * run — all orders that are decided together, one after the other.
 */

export interface Named {
	readonly id: number;
	readonly name: string;
}

/** Units of each currency for one unit of the company's, all of one date. */
export interface Rates {
	/** `YYYY-MM-DD` */
	readonly date: string;
	readonly perUnit: ReadonlyMap<string, number>;
}
