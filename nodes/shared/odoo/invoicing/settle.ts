import { isOdooError, type OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { delayBefore } from '../retry';

/** An effect that Odoo itself does only once for each record. */
export interface Effect {
	readonly act: (ids: readonly number[]) => Promise<unknown>;
	/** Which of them Odoo has not done yet. */
	readonly pending: (ids: readonly number[]) => Promise<readonly number[]>;
}

const PATIENCE = { tries: 5, firstDelayMs: 250, longestDelayMs: 4_000 };

/** Failures that say nothing about any one record. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'outcomeUnknown', 'conflict']);

/**
 * Brings an effect to its end for as many records as possible. After a failure what was done is read, by us or by
 * somebody else, and only the rest is tried again: at once when others did a part, after a pause when the failure may
 * pass, and in halves when Odoo refuses, so that a bad record fails alone.
 * @returns why a record is not done
 */
export const settle = async (
	client: OdooClient,
	ids: readonly number[],
	effect: Effect,
): Promise<ReadonlyMap<number, OdooError>> => await settleRest(client, ids, effect, 1);

const settleRest = async (
	client: OdooClient,
	ids: readonly number[],
	effect: Effect,
	count: number,
): Promise<ReadonlyMap<number, OdooError>> => {
	if (ids.length === 0) return new Map();
	const error = await failureOf(effect.act(ids));
	if (error === null) return new Map();
	const rest = await readRest(effect, ids);
	if (rest === null) return new Map(ids.map((id) => [id, error]));
	if (PASSING.has(error.kind)) {
		if (count >= PATIENCE.tries) return new Map(rest.map((id) => [id, error]));
		if (rest.length > 0)
			await client.host.sleep(delayBefore(count, PATIENCE, client.host.random()));
		return await settleRest(client, rest, effect, count + 1);
	}
	if (rest.length < ids.length) return await settleRest(client, rest, effect, count);
	if (ids.length === 1) return new Map(ids.map((id) => [id, error]));
	const middle = Math.ceil(ids.length / 2);
	const left = await settleRest(client, ids.slice(0, middle), effect, count);
	return new Map([...left, ...(await settleRest(client, ids.slice(middle), effect, count))]);
};

/** Null when Odoo cannot be asked either: then the first failure is the answer, and a later run finds out. */
const readRest = async (
	effect: Effect,
	ids: readonly number[],
): Promise<readonly number[] | null> =>
	await effect
		.pending(ids)
		.catch(async (error: unknown) => (isOdooError(error) ? null : await Promise.reject(error)));

const failureOf = async (done: Promise<unknown>): Promise<OdooError | null> =>
	await done.then(
		() => null,
		async (error: unknown) => (isOdooError(error) ? error : await Promise.reject(error)),
	);
