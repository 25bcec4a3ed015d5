import type { z } from 'zod';

import type { EventType } from '../core/eventTypes';
import type { OrderEvent } from '../core/orderEvent';
import type { OdooTime } from '../../shared/core/time';
import type { Range, ReadRow } from '../core/position';
import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { RecordOf, RecordType } from '../../shared/odoo/records/record';
import type { OrderFilter } from './orderFilter';

export interface EventQuery {
	readonly types: readonly EventType[];
	readonly filter: OrderFilter;
	/** The trigger's own part of the memory in Odoo. */
	readonly scope: string;
	/** Fields of a sales order whose change is an event. */
	readonly watchedFields: readonly string[];
	/** Name of the tag that means "on hold". */
	readonly holdTag: string;
	/** Days after the due date. */
	readonly overdueDays: number;
}

export interface EventRow extends ReadRow {
	/** What the record's state tells; one invoice may tell it of several orders. */
	readonly events: readonly OrderEvent[];
	/** To be remembered in Odoo and told to nobody. */
	readonly marks?: readonly OrderEvent[];
}

/** Where to read: a range of a pass, oldest write first, or the records written last. */
export type Reading =
	| { readonly kind: 'range'; readonly range: Range }
	| { readonly kind: 'records'; readonly ids: readonly number[] }
	| { readonly kind: 'latest'; readonly limit: number }
	/** The records of this domain, for a baseline. */
	| { readonly kind: 'state'; readonly domain: OdooDomain; readonly limit: number };

/** One kind of record that tells of events by its present state. */
export interface EventSource {
	/** Its position is kept under this name. */
	readonly name: string;
	readonly types: readonly EventType[];
	/** At most a page of rows. */
	readonly read: (client: OdooClient, query: EventQuery, reading: Reading) => Promise<EventRow[]>;
	/** What is to be remembered of records that may not be written again for long, when the trigger is activated. */
	readonly baseline?: (client: OdooClient, query: EventQuery) => Promise<readonly OrderEvent[]>;
}

/** Rows in one page: a batch of new ones, as many again that the overlap brings once more, and one to see the end. */
export const pageSize = (client: OdooClient): number => 2 * client.batchSize + 1;

export const readWritten = async <Shape extends z.ZodRawShape, Field extends keyof Shape & string>(
	client: OdooClient,
	type: RecordType<Shape>,
	fields: readonly Field[],
	domain: OdooDomain,
	reading: Reading,
): Promise<RecordOf<RecordType<Shape>, Field>[]> => {
	if (reading.kind === 'state')
		return await client.search(type, fields, [...reading.domain, ...domain], {
			order: 'write_date desc, id desc',
			limit: reading.limit,
		});
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

/** Events that come by the clock. */
export interface DueSource {
	readonly types: readonly EventType[];
	/** What became due from then until now, or was written since then and is due. */
	readonly read: (
		client: OdooClient,
		query: EventQuery,
		window: { readonly from: OdooTime; readonly now: OdooTime; readonly limit?: number },
	) => Promise<OrderEvent[]>;
}
