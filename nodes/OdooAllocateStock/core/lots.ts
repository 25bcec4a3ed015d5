interface Lots {
	readonly asked: number;
	readonly lot: number;
}

/**
 * The most a line may hold in whole lots, between its floor and what is there for it. All that is asked counts as
 * whole, whatever the lot; a floor that is not in whole lots stays when no lot can be added.
 */
export const wholeLots = ({ asked, lot }: Lots, floor: number, most: number): number => {
	if (most >= asked) return Math.max(asked, floor);
	return Math.max(Math.floor(most / lot) * lot, floor);
};

/** The total with one lot more; the last one ends at what is asked. */
export const nextLot = ({ asked, lot }: Lots, total: number): number =>
	Math.min((Math.floor(total / lot) + 1) * lot, asked);

/**
 * Where a lot stands in the sequence of all lots of all lines: the fill rate in its middle (Sainte-Laguë). The
 * sequence does not depend on how much stock there is, so more stock only takes more of it.
 */
export const turnOfLot = ({ asked, lot }: Lots, end: number): number => {
	const start = Math.floor((end - 1) / lot) * lot;
	return (start + end) / (2 * asked);
};

/** The total of all lots whose turn is not after the given fill rate. */
export const totalAtRate = ({ asked, lot }: Lots, rate: number): number => {
	const whole = Math.min(Math.floor(rate * (asked / lot) + 0.5), Math.floor(asked / lot)) * lot;
	const isLastDue =
		whole + lot > asked && whole < asked && turnOfLot({ asked, lot }, asked) <= rate;
	return isLastDue ? asked : Math.max(whole, 0);
};
