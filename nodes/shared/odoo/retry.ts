import { isOdooError, provesNothingHappened, type OdooError } from './errors';

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

/** Odoo is called by POST only, so what may be repeated is known by the method's name. */
const READS: ReadonlySet<string> = new Set([
	'check_access_rights',
	'context_get',
	'default_get',
	'fields_get',
	'formatted_read_group',
	'get_metadata',
	'get_views',
	'has_access',
	'name_search',
	'read',
	'read_group',
	'search',
	'search_count',
	'search_read',
	'web_read',
	'web_search_read',
]);

export const isRead = (method: string): boolean => READS.has(method);

/** Half of the delay is fixed and half is chance, so that many clients do not come back together. */
export const delayBefore = (retry: number, policy: RetryPolicy, random: number): number =>
	Math.round(
		Math.min(policy.firstDelayMs * 2 ** (retry - 1), policy.longestDelayMs) * (0.5 + random / 2),
	);

/** Repeats reads on every passing failure, and writes only when Odoo certainly changed nothing. */
export const withRetry = async <T>(
	attempt: () => Promise<T>,
	options: { readonly repeatable: boolean; readonly policy: RetryPolicy; readonly host: Host },
): Promise<T> => {
	const { repeatable, policy, host } = options;
	const mayRepeat = (error: OdooError) =>
		error.retryable && (repeatable || provesNothingHappened(error));
	const tryAgain = async (count: number): Promise<T> =>
		await attempt().catch(async (error: unknown) => {
			if (count >= policy.tries || !isOdooError(error) || !mayRepeat(error))
				return await Promise.reject(error);
			await host.sleep(delayBefore(count, policy, host.random()));
			return await tryAgain(count + 1);
		});
	return await tryAgain(1);
};
