import { isOdooError, OdooError, ownAdvice, type OdooFailureKind } from './errors';

/** Failed calls in a row, after their retries, before a failure that concerns every call is taken to last. */
const MOST_FOR_ALL = 3;
/** The same for one call's own failure: halving 200 records down to the bad one takes eight. */
const MOST_FOR_ONE = 10;

/** Failures of which each may be a single record's, unless they do not end. */
const MAY_BE_ONE_RECORDS: ReadonlySet<OdooFailureKind> = new Set(['server', 'tooLarge']);

interface Streak {
	readonly error: OdooError;
	readonly count: number;
}

/** What fails for all is found out once: after some failures in a row nothing more is sent in this run. */
export class Breaker {
	private forAll: Streak | undefined;
	private readonly forOne = new Map<string, Streak>();

	async guard<T>(name: string, call: () => Promise<T>): Promise<T> {
		this.refuseLasting(name);
		return await call().then(
			(answer) => {
				this.forAll = undefined;
				this.forOne.delete(name);
				return answer;
			},
			async (error: unknown) => {
				if (isOdooError(error)) this.count(name, error);
				return await Promise.reject(error);
			},
		);
	}

	private refuseLasting(name: string): void {
		const one = this.forOne.get(name);
		if (this.forAll && this.forAll.count >= MOST_FOR_ALL) throw notTried(name, this.forAll);
		if (one && one.count >= MOST_FOR_ONE) throw notTried(name, one);
	}

	private count(name: string, error: OdooError): void {
		// Rivals for the same rows go away by themselves, and what was not sent says nothing about Odoo.
		if (error.kind === 'conflict' || error.kind === 'outOfTime') return;
		if (error.concernsAll) this.forAll = { error, count: (this.forAll?.count ?? 0) + 1 };
		else this.forAll = undefined;
		if (MAY_BE_ONE_RECORDS.has(error.kind))
			this.forOne.set(name, longer(this.forOne.get(name), error));
	}
}

const longer = (streak: Streak | undefined, error: OdooError): Streak => ({
	error,
	count: streak?.error.reason === error.reason ? streak.count + 1 : 1,
});

const notTried = (call: string, { error, count }: Streak): OdooError =>
	new OdooError({
		kind: error.kind === 'outcomeUnknown' ? 'unreachable' : error.kind,
		call,
		reason: `not sent, because ${count} calls before it failed: ${error.reason}`,
		advice: ownAdvice(error),
		cause: error,
	});
