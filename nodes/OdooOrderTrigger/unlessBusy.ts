/** Hints under way in one process. A mass confirmation brings hundreds at once, and n8n must stay able to answer. */
const MOST_AT_ONCE = 4;

let underWay = 0;

/** Does the work, unless so much is under way that it is better left to the sweep. Only load is counted here, no event. */
export const unlessBusy = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
	if (underWay >= MOST_AT_ONCE) return otherwise;
	underWay += 1;
	return await work().finally(() => {
		underWay -= 1;
	});
};
