import type { Release } from '../core/order';
import { groupBy } from '../../shared/core/collections';
import { isTrace } from '../../shared/traces/odoo/messageIds';
import { chunksOf, SEARCH_SIZE } from '../../shared/odoo/batches';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { message } from '../../shared/odoo/records/party';
import type { RecordOf } from '../../shared/odoo/records/record';

/** How a note begins by which somebody releases an order; Odoo stores it as HTML. */
const BEGINS = /^(?:\s|<[^>]*>|&nbsp;)*released\b/i;

const FIELDS = [
	'id',
	'message_id',
	'res_id',
	'body',
	'create_uid',
	'create_date',
	'write_uid',
	'write_date',
] as const;

/**
 * Who released orders by a note. Odoo keeps who wrote a note and lets nobody say or change it; one that was changed
 * since may say what somebody else wrote. Who changed an order last proves nothing. One call, none without orders.
 * @param since by order the id of the note that stopped it
 */
export const readReleaseNotes = async (
	client: OdooClient,
	since: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, readonly Release[]>> => {
	const pipeline = (await client.pipelineUsers()).map(({ id }) => id);
	const found = await client.parallel(
		chunksOf([...since.keys()], SEARCH_SIZE),
		async (chunk) =>
			await client.search(
				message,
				FIELDS,
				[
					['model', '=', 'sale.order'],
					['res_id', 'in', chunk],
					['id', '>', Math.min(...since.values())],
					['message_type', '=', 'comment'],
					['create_uid.share', '=', false],
					['create_uid.active', '=', true],
					['body', 'ilike', 'released'],
				],
				{ order: 'id' },
			),
	);
	const releases = found.flat().flatMap((note): [number, Release][] => {
		const { id, res_id: orderId, create_uid: by } = note;
		if (by === null || id <= (since.get(orderId) ?? id) || !isRelease(note)) return [];
		const isByPipeline = pipeline.includes(by.id);
		return [[orderId, { by, isByNote: true, isByPipeline, isOutdated: false }]];
	});
	return new Map(
		[...groupBy(releases, ([orderId]) => orderId)].map(([orderId, own]) => [
			orderId,
			own.map(([, release]) => release),
		]),
	);
};

type Note = RecordOf<typeof message, (typeof FIELDS)[number]>;

const isRelease = ({ body, create_uid: by, write_uid: changedBy, ...note }: Note): boolean =>
	by?.id === changedBy?.id &&
	note.create_date === note.write_date &&
	!isTrace(note.message_id) &&
	BEGINS.test(body ?? '');
