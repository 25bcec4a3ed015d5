import { isOdooError, type OdooError } from './errors';

export const DEFAULT_BATCH_SIZE = 200;
export const DEFAULT_CONCURRENCY = 2;

export const chunksOf = <T>(values: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
		values.slice(index * size, (index + 1) * size),
	);

/** Runs the work for each chunk, some at a time, and keeps the order of the chunks. */
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
	await Promise.all(Array.from({ length: concurrency }, lane));
	return results;
};

export interface BatchResult<R> {
	/** What the work returned for each group that went through. */
	readonly results: readonly R[];
	readonly done: readonly number[];
	readonly failed: ReadonlyMap<number, OdooError>;
}

/** Failures that belong to the call and not to one record: halving the batch would only repeat them. */
const CONCERNS_ALL: ReadonlySet<string> = new Set(['unreachable', 'outcomeUnknown', 'conflict']);

/** One write for many records; when Odoo refuses it, halves it until the bad records stand alone. */
export const bisect = async <R>(
	ids: readonly number[],
	write: (ids: readonly number[]) => Promise<R>,
): Promise<BatchResult<R>> => {
	if (ids.length === 0) return { results: [], done: [], failed: new Map() };
	const outcome = await write(ids).then(
		(result) => ({ result }),
		async (error: unknown) => (isOdooError(error) ? { error } : await Promise.reject(error)),
	);
	if ('result' in outcome) return { results: [outcome.result], done: ids, failed: new Map() };
	if (ids.length === 1 || CONCERNS_ALL.has(outcome.error.kind))
		return { results: [], done: [], failed: new Map(ids.map((id) => [id, outcome.error])) };
	const middle = Math.ceil(ids.length / 2);
	const left = await bisect(ids.slice(0, middle), write);
	return mergeResults([left, await bisect(ids.slice(middle), write)]);
};

export const mergeResults = <R>(parts: readonly BatchResult<R>[]): BatchResult<R> => ({
	results: parts.flatMap(({ results }) => results),
	done: parts.flatMap(({ done }) => done),
	failed: new Map(parts.flatMap(({ failed }) => [...failed])),
});
