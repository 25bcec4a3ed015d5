import { isOdooError, type OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { delayBefore } from '../../shared/odoo/retry';

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
	if (rest === null) return failed(ids, error);
	const stood = rest.length === ids.length;
	if (PASSING.has(error.kind)) {
		if (count >= PATIENCE.tries) return failed(rest, error);
		if (rest.length > 0)
			await client.host.sleep(delayBefore(count, PATIENCE, client.host.random()));
		// Twice without an answer and nothing done: the batch may be more than Odoo's time limit allows.
		if (error.kind === 'outcomeUnknown' && stood && count > 1 && ids.length > 1)
			return await settleHalves(client, ids, effect, count + 1);
		return await settleRest(client, rest, effect, count + 1);
	}
	if (!stood) return await settleRest(client, rest, effect, count);
	return ids.length === 1 ? failed(ids, error) : await settleHalves(client, ids, effect, count);
};

const settleHalves = async (
	client: OdooClient,
	ids: readonly number[],
	effect: Effect,
	count: number,
): Promise<ReadonlyMap<number, OdooError>> => {
	const middle = Math.ceil(ids.length / 2);
	const left = await settleRest(client, ids.slice(0, middle), effect, count);
	return new Map([...left, ...(await settleRest(client, ids.slice(middle), effect, count))]);
};

const failed = (ids: readonly number[], error: OdooError): ReadonlyMap<number, OdooError> =>
	new Map(ids.map((id) => [id, error]));

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
