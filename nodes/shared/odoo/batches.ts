import { isOdooError, type OdooError } from './errors';

export const DEFAULT_BATCH_SIZE = 200;
export const DEFAULT_CONCURRENCY = 2;

/** Ids in one search; a search costs Odoo hardly more for a thousand. */
export const SEARCH_SIZE = 1_000;

export const chunksOf = <T>(values: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
		values.slice(index * size, (index + 1) * size),
	);

/**
 * Runs the work for each chunk, some at a time and never none, and keeps the order of the chunks.
 * @throws what the first work to fail threw
 */
export const inParallel = async <T, R>(
	chunks: readonly T[],
	concurrency: number,
	work: (chunk: T) => Promise<R>,
): Promise<R[]> => {
	const results: R[] = [];
	const waiting = chunks.entries();
	const lane = async () => {
		for (const [index, chunk] of waiting) results[index] = await work(chunk);
	};
	const lanes = Math.max(1, Math.min(concurrency, chunks.length));
	await Promise.all(Array.from({ length: lanes }, lane));
	return results;
};

/** @template K what is written: a record's id, or a row to create */
export interface BatchResult<R, K = number> {
	/** What the work returned for each group that went through. */
	readonly results: readonly R[];
	readonly done: readonly K[];
	readonly failed: ReadonlyMap<K, OdooError>;
}

/**
 * One write for many; when Odoo refuses it, halves it until the bad ones stand alone. A failure that concerns every
 * call is not one of theirs: halving would only repeat it.
 */
export const bisect = async <R, K = number>(
	many: readonly K[],
	write: (some: readonly K[]) => Promise<R>,
): Promise<BatchResult<R, K>> => {
	if (many.length === 0) return { results: [], done: [], failed: new Map() };
	const outcome = await write(many).then(
		(result) => ({ result }),
		async (error: unknown) => (isOdooError(error) ? { error } : await Promise.reject(error)),
	);
	if ('result' in outcome) return { results: [outcome.result], done: many, failed: new Map() };
	if (many.length === 1 || outcome.error.concernsAll)
		return { results: [], done: [], failed: new Map(many.map((one) => [one, outcome.error])) };
	const middle = Math.ceil(many.length / 2);
	const left = await bisect(many.slice(0, middle), write);
	return mergeResults([left, await bisect(many.slice(middle), write)]);
};

export const mergeResults = <R, K = number>(
	parts: readonly BatchResult<R, K>[],
): BatchResult<R, K> => ({
	results: parts.flatMap(({ results }) => results),
	done: parts.flatMap(({ done }) => done),
	failed: new Map(parts.flatMap(({ failed }) => [...failed])),
});
