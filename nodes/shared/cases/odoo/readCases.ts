import { unique } from '../../core/collections';
import { toIso } from '../../core/time';
import { chunksOf } from '../../odoo/batches';
import type { OdooClient } from '../../odoo/OdooClient';
import type { Reference } from '../../odoo/records/fields';
import { activity } from '../../odoo/records/party';
import type { RecordOf } from '../../odoo/records/record';
import { readActivityKeys } from '../../traces/odoo/activities';
import { madeByPipeline } from '../../traces/odoo/ownRecords';
import { parseCaseKey, type KnownCase } from '../core/episode';

/** What Odoo says of a case's activity now. */
export interface ActivityState {
	readonly activityId: number;
	/** Still to do. */
	readonly open: boolean;
	readonly owner: Reference | null;
	/** `YYYY-MM-DD`. */
	readonly dueDate: string;
	/** Epoch milliseconds. */
	readonly openedAt: number;
}

export type HeldCase = KnownCase & ActivityState;

const FIELDS = ['id', 'res_id', 'user_id', 'date_deadline', 'active', 'create_date'] as const;

const toState = (row: RecordOf<typeof activity, (typeof FIELDS)[number]>): ActivityState => ({
	activityId: row.id,
	open: row.active,
	owner: row.user_id,
	dueDate: row.date_deadline ?? '',
	openedAt: Date.parse(toIso(row.create_date) ?? ''),
});

/**
 * The cases on these orders, done ones too as long as Odoo keeps them (archived since 19; deleted up to 16, and then
 * their identity is free again). Two calls for 200 orders: the activities, and their external ids.
 */
export const readCases = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<HeldCase[]> => {
	const chunks = chunksOf(unique(orderIds), client.batchSize);
	const ours = await madeByPipeline(client);
	const found = await client.parallel(
		chunks,
		async (chunk) =>
			await client.search(
				activity,
				FIELDS,
				[['res_model', '=', 'sale.order'], ['res_id', 'in', chunk], ours],
				{ context: { active_test: false } },
			),
	);
	const rows = found.flat();
	const keys = await readActivityKeys(
		client,
		rows.map(({ id }) => id),
	);
	return rows.flatMap((row) => {
		const identity = parseCaseKey(keys.get(row.id) ?? '');
		return identity ? [{ ...identity, ...toState(row) }] : [];
	});
};

export const readActivities = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<ReadonlyMap<number, ActivityState>> =>
	new Map((await client.read(activity, FIELDS, ids)).map((row) => [row.id, toState(row)]));
