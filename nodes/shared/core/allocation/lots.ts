/**
 * The most a line may hold in whole lots, between its floor and what is there for it. All that is asked counts as
 * whole, whatever the lot; a floor that is not in whole lots stays when no lot can be added.
 */
export const wholeLots = (
	line: { readonly asked: number; readonly lot: number },
	floor: number,
	most: number,
): number => {
	if (most >= line.asked) return Math.max(line.asked, floor);
	return Math.max(Math.floor(most / line.lot) * line.lot, floor);
};
