/** Shares of the optimum that are missing: never less than nothing, and few. */
export const expectNear = (
	shares: readonly number[],
	{ average, worst }: { readonly average: number; readonly worst: number },
): void => {
	expect(Math.max(...shares)).toBeLessThan(worst);
	expect(shares.reduce((total, share) => total + share, 0) / shares.length).toBeLessThan(average);
	// The solver itself is exact to one part in a million.
	expect(Math.min(...shares)).toBeGreaterThan(-1e-6);
};
