interface Stepped {
	readonly asked: number;
	readonly step: number;
}

/**
 * The most a line may hold in whole steps, between its floor and what is there for it. All that is asked counts as
 * whole, whatever the step; a floor that is not in whole steps stays when no step can be added.
 */
export const wholeSteps = ({ asked, step }: Stepped, floor: number, most: number): number => {
	if (most >= asked) return Math.max(asked, floor);
	return Math.max(Math.floor(most / step) * step, floor);
};

/** The total with one step more; the last one ends at what is asked. */
export const nextStep = ({ asked, step }: Stepped, total: number): number =>
	Math.min((Math.floor(total / step) + 1) * step, asked);

/**
 * Where a step stands in the sequence of all steps of all lines: the fill rate in its middle (Sainte-Laguë). The
 * sequence does not depend on how much stock there is, so more stock only takes more of it.
 */
export const turnOfStep = ({ asked, step }: Stepped, end: number): number => {
	const start = Math.floor((end - 1) / step) * step;
	return (start + end) / (2 * asked);
};

/** The total of all steps whose turn is not after the given fill rate. */
export const totalAtRate = ({ asked, step }: Stepped, rate: number): number => {
	const whole = Math.min(Math.floor(rate * (asked / step) + 0.5), Math.floor(asked / step)) * step;
	const isLastDue =
		whole + step > asked && whole < asked && turnOfStep({ asked, step }, asked) <= rate;
	return isLastDue ? asked : Math.max(whole, 0);
};
