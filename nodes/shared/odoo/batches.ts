import { asOdooError, type OdooError } from './errors';

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
 * call is not one of theirs: halving would only repeat it. Nor is it when the user may write no record at all, which is
 * asked once, as Odoo says that in the same words as of a single one.
 */
export class Bisection<R, K = number> {
	private isAsked = false;
	private ofAll: OdooError | undefined;

	constructor(
		private readonly write: (some: readonly K[]) => Promise<R>,
		/** Whether the user may write any such record. */
		private readonly mayWriteAny?: () => Promise<boolean>,
	) {}

	async run(many: readonly K[]): Promise<BatchResult<R, K>> {
		if (many.length === 0) return { results: [], done: [], failed: new Map() };
		if (this.ofAll) return failed(many, this.ofAll);
		const outcome = await this.write(many).then(
			(result) => ({ result }),
			async (error: unknown) => ({ error: await asOdooError(error) }),
		);
		if ('result' in outcome) return { results: [outcome.result], done: many, failed: new Map() };
		const { error } = outcome;
		if (many.length === 1 || error.concernsAll || (await this.concernsAll(error)))
			return failed(many, error);
		const middle = Math.ceil(many.length / 2);
		const left = await this.run(many.slice(0, middle));
		return mergeResults([left, await this.run(many.slice(middle))]);
	}

	private async concernsAll(error: OdooError): Promise<boolean> {
		if (error.kind !== 'accessDenied' || this.isAsked || !this.mayWriteAny) return false;
		this.isAsked = true;
		// Without an answer each of them is tried.
		const mayWrite = await this.mayWriteAny().catch(asOdooError);
		if (mayWrite === false) this.ofAll = error;
		return mayWrite === false;
	}
}

const failed = <R, K>(many: readonly K[], error: OdooError): BatchResult<R, K> => ({
	results: [],
	done: [],
	failed: new Map(many.map((one) => [one, error])),
});

export const mergeResults = <R, K = number>(
	parts: readonly BatchResult<R, K>[],
): BatchResult<R, K> => ({
	results: parts.flatMap(({ results }) => results),
	done: parts.flatMap(({ done }) => done),
	failed: new Map(parts.flatMap(({ failed }) => [...failed])),
});
