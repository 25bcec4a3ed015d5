import type { z } from 'zod';

import type { EventType } from '../../core/events/eventTypes';
import type { OrderEvent } from '../../core/events/orderEvent';
import type { Range, ReadRow } from '../../core/events/position';
import type { OdooDomain } from '../domain';
import type { OdooClient } from '../OdooClient';
import type { RecordOf, RecordType } from '../records/record';
import type { OrderFilter } from './orderFilter';

export interface EventQuery {
	readonly types: readonly EventType[];
	readonly filter: OrderFilter;
}

export interface EventRow extends ReadRow {
	/** What the record's state tells; one invoice may tell it of several orders. */
	readonly events: readonly OrderEvent[];
}

/** Where to read: a range of a pass, oldest write first, or the records written last. */
export type Reading =
	| { readonly kind: 'range'; readonly range: Range }
	| { readonly kind: 'records'; readonly ids: readonly number[] }
	| { readonly kind: 'latest'; readonly limit: number };

/** One model that tells of events by its present state. */
export interface EventSource {
	readonly model: string;
	readonly types: readonly EventType[];
	/** At most a page of rows. */
	readonly read: (client: OdooClient, query: EventQuery, reading: Reading) => Promise<EventRow[]>;
}

/** Rows in one page: one more than a batch of the other calls holds, so that a whole batch is seen to be all. */
export const pageSize = (client: OdooClient): number => client.batchSize + 1;

export const readWritten = async <Shape extends z.ZodRawShape, Field extends keyof Shape & string>(
	client: OdooClient,
	type: RecordType<Shape>,
	fields: readonly Field[],
	domain: OdooDomain,
	reading: Reading,
): Promise<RecordOf<RecordType<Shape>, Field>[]> => {
	if (reading.kind === 'latest')
		return await client.search(type, fields, domain, {
			order: 'write_date desc, id desc',
			limit: reading.limit,
		});
	if (reading.kind === 'records')
		return await client.search(type, fields, [['id', 'in', [...reading.ids]], ...domain], {
			order: 'write_date, id',
			limit: pageSize(client),
		});
	const { from, exceptIds } = reading.range;
	const unread: OdooDomain = exceptIds.length > 0 ? [['id', 'not in', [...exceptIds]]] : [];
	return await client.search(type, fields, [['write_date', '>=', from], ...unread, ...domain], {
		order: 'write_date, id',
		limit: pageSize(client),
	});
};
