import { isOdooError, OdooError, type OdooFailureKind } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import type { OdooContext } from '../../odoo/OdooTransport';
import { importRows, type EnsuredRecords, type ImportRow } from './importRows';
import { guardedKey, readKeySecret } from './keySecret';

export type { EnsuredRecords } from './importRows';

/** One record to exist exactly once. */
export interface OnceRow extends ImportRow {
	/**
	 * What makes two runs the same work; letters, digits, `_` and `-`. All models share one name space, so a key begins
	 * with what it is: `case_42_short_stock`.
	 */
	readonly key: string;
}

interface Creation<Row extends OnceRow> {
	readonly model: string;
	readonly rows: readonly Row[];
	/** Added to the client's own. */
	readonly context?: OdooContext;
	/** The keys of those rows whose record is what was wanted, and the pipeline's. */
	readonly verify: (
		rows: readonly Row[],
		ids: ReadonlyMap<string, number>,
	) => Promise<ReadonlySet<string>>;
	/** Money depends on the key: outsiders cannot guess it. */
	readonly isGuarded?: boolean;
}

export interface EnsuredOnce extends EnsuredRecords {
	/** Keys that somebody else had taken: what stands there, its id where the answer told it. Other keys were used. */
	readonly taken: ReadonlyMap<string, number | null>;
}

/** What a record of somebody else under the key makes Odoo say, among other things. */
const REFUSALS: readonly OdooFailureKind[] = ['validation', 'accessDenied', 'missingRecord'];

/**
 * Creates the records that do not exist yet and leaves the others as they are. Anybody with a log-in may take a key: what
 * Odoo answers counts only when it is read back as the pipeline's, and otherwise the work goes on under a key that nobody
 * else can work out.
 */
export const ensureOnce = async <Row extends OnceRow>(
	client: OdooClient,
	{ rows, isGuarded = false, ...how }: Creation<Row>,
): Promise<EnsuredOnce> => {
	if (rows.length === 0) return { ids: new Map(), failed: new Map(), taken: new Map() };
	if (isGuarded) return { ...(await importGuarded(client, { rows, ...how })), taken: new Map() };
	const first = await importRows(client, { rows, ...how });
	const verified = await how.verify(rows, first.ids);
	const lacking = rows.filter(({ key }) => !verified.has(key) && mayBeTaken(first, key));
	if (lacking.length === 0) return { ...first, taken: new Map() };
	const second = await importGuarded(client, { rows: lacking, ...how }).catch(
		async (error: unknown) =>
			isOdooError(error) ? allFailed(lacking, error) : await Promise.reject(error),
	);
	const failed = new Map([...second.failed, ...first.failed]);
	for (const key of second.ids.keys()) failed.delete(key);
	return {
		ids: new Map([...[...first.ids].filter(([key]) => verified.has(key)), ...second.ids]),
		failed,
		taken: new Map([...second.ids.keys()].map((key) => [key, first.ids.get(key) ?? null])),
	};
};

const allFailed = (rows: readonly OnceRow[], error: OdooError): EnsuredRecords => ({
	ids: new Map(),
	failed: new Map(rows.map(({ key }) => [key, error])),
});

const mayBeTaken = ({ failed }: EnsuredRecords, key: string): boolean => {
	const error = failed.get(key);
	return error === undefined || (REFUSALS.includes(error.kind) && !error.concernsAll);
};

const importGuarded = async <Row extends OnceRow>(
	client: OdooClient,
	{ rows, verify, ...how }: Omit<Creation<Row>, 'isGuarded'>,
): Promise<EnsuredRecords> => {
	const secret = await readKeySecret(client);
	const keyOf = new Map(rows.map(({ key }) => [guardedKey(secret, key), key]));
	const guarded = rows.map((row) => ({ ...row, key: guardedKey(secret, row.key) }));
	const made = await importRows(client, { rows: guarded, ...how });
	const ids = new Map([...made.ids].map(([key, id]) => [keyOf.get(key) ?? key, id]));
	const verified = await verify(rows, ids);
	const strange = [...ids.keys()].filter((key) => !verified.has(key));
	return {
		ids: new Map([...ids].filter(([key]) => verified.has(key))),
		failed: new Map([
			...[...made.failed].map(([key, error]) => [keyOf.get(key) ?? key, error] as const),
			...strange.map((key) => [key, notOurs(how.model)] as const),
		]),
	};
};

const notOurs = (model: string): OdooError =>
	new OdooError({
		kind: 'validation',
		call: `${model}.load`,
		reason: 'the record that was made under this key has been changed, or is not shown',
		advice:
			'Look at the notes and activities of the document: somebody may have rewritten one of them.',
	});
