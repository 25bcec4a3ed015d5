import { isOdooError, type OdooError } from './errors';

export interface RetryPolicy {
	/** Tries in all, the first included. */
	readonly tries: number;
	readonly firstDelayMs: number;
	readonly longestDelayMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { tries: 4, firstDelayMs: 250, longestDelayMs: 5_000 };

/** Time and chance, passed in so that the client has neither. */
export interface Host {
	readonly sleep: (ms: number) => Promise<void>;
	/** Between 0 and 1. */
	readonly random: () => number;
	readonly now: () => Date;
}

/** Up to a capped exponential delay, all of it chance, so that many clients do not come back together. */
export const delayBefore = (retry: number, policy: RetryPolicy, random: number): number =>
	Math.round(Math.min(policy.firstDelayMs * 2 ** (retry - 1), policy.longestDelayMs) * random);

/** Milliseconds until the other side wants to be called again. @param retryAfter seconds, or a date of HTTP */
export const waitAskedFor = (retryAfter: string | undefined, now: Date): number => {
	if (retryAfter === undefined) return 0;
	const seconds = /^\s*\d+\s*$/.test(retryAfter)
		? Number(retryAfter) * 1000
		: Date.parse(retryAfter) - now.getTime();
	return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
};

interface RetryOptions {
	/** Which failures a repeat may mend without doing anything twice. */
	readonly mayRepeat: (error: OdooError) => boolean;
	readonly policy: RetryPolicy;
	readonly host: Host;
	/** Milliseconds that are left to wait; Infinity when nothing limits it. */
	readonly patience?: () => number;
}

/** @throws OdooError of the last try; where that one never came as far as Odoo, of the one before it whose outcome is not known */
export const withRetry = async <T>(
	attempt: () => Promise<T>,
	{ mayRepeat, policy, host, patience = () => Infinity }: RetryOptions,
): Promise<T> => {
	const tryAgain = async (count: number, doubt?: OdooError): Promise<T> =>
		await attempt().catch(async (failure: unknown) => {
			if (!isOdooError(failure)) return await Promise.reject(failure);
			const error = doubt && failure.changedNothing && failure.concernsAll ? doubt : failure;
			if (count >= policy.tries || !mayRepeat(failure)) return await Promise.reject(error);
			const delay = Math.max(
				delayBefore(count, policy, host.random()),
				waitAskedFor(failure.retryAfter, host.now()),
			);
			if (delay >= patience()) return await Promise.reject(error);
			await host.sleep(delay);
			return await tryAgain(count + 1, error.changedNothing ? undefined : error);
		});
	return await tryAgain(1);
};
