import { chunksOf } from '../../shared/odoo/batches';
import { asOdooError, isOdooError, type OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { delayBefore } from '../../shared/odoo/retry';

/** An effect that Odoo itself does only once for each record. */
interface Effect {
	readonly act: (ids: readonly number[]) => Promise<unknown>;
	/** Which of them Odoo has not done yet. */
	readonly pending: (ids: readonly number[]) => Promise<readonly number[]>;
	/** Most records in a call; as many as the client takes when left out. */
	readonly atOnce?: number;
}

/** Why a record is not done. */
export type Failures = ReadonlyMap<number, OdooError>;

const PATIENCE = { tries: 5, firstDelayMs: 250, longestDelayMs: 4_000 };
/** For what the client itself has repeated already, because Odoo certainly changed nothing. */
const TRIES_BEHIND_THE_CLIENT = 2;

/** Failures that say nothing about any one record. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'outcomeUnknown', 'conflict']);

/**
 * Brings an effect to its end for as many records as possible. After a failure it reads what was done, by us or by
 * somebody else, and tries only the rest again: at once when others did a part, after a pause when the failure may
 * pass, and in halves when Odoo refuses, so that a bad record fails alone.
 */
export const settle = async (
	client: OdooClient,
	ids: readonly number[],
	effect: Effect,
): Promise<Failures> => {
	const failures: (readonly [number, OdooError])[] = [];
	for (const chunk of chunksOf(ids, effect.atOnce ?? client.batchSize))
		failures.push(...(await settleRest({ client, effect }, chunk, 1)));
	return new Map(failures);
};

interface Work {
	readonly client: OdooClient;
	readonly effect: Effect;
}

/** @param count of this try, from 1 */
const settleRest = async (work: Work, ids: readonly number[], count: number): Promise<Failures> => {
	const { client, effect } = work;
	if (ids.length === 0) return new Map();
	const error = await failureOf(effect.act(ids));
	if (error === null) return new Map();
	const rest = await readRest(effect, ids);
	if (rest === null) return failed(ids, error);
	const nothingDone = rest.length === ids.length;
	if (PASSING.has(error.kind)) {
		const tries = error.changedNothing ? TRIES_BEHIND_THE_CLIENT : PATIENCE.tries;
		if (count >= tries) return failed(rest, error);
		if (rest.length > 0)
			await client.host.sleep(delayBefore(count, PATIENCE, client.host.random()));
		// Twice without an answer and nothing done: the batch may be more than Odoo's time limit allows.
		if (error.kind === 'outcomeUnknown' && nothingDone && count > 1 && ids.length > 1)
			return await settleHalves(work, ids, count + 1);
		return await settleRest(work, rest, count + 1);
	}
	if (error.concernsAll) return failed(rest, error);
	if (!nothingDone) return await settleRest(work, rest, count);
	return ids.length === 1 ? failed(ids, error) : await settleHalves(work, ids, count);
};

const settleHalves = async (
	work: Work,
	ids: readonly number[],
	count: number,
): Promise<Failures> => {
	const middle = Math.ceil(ids.length / 2);
	const left = await settleRest(work, ids.slice(0, middle), count);
	return new Map([...left, ...(await settleRest(work, ids.slice(middle), count))]);
};

const failed = (ids: readonly number[], error: OdooError): Failures =>
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
	await done.then(() => null, asOdooError);
