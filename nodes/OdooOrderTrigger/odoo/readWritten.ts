import type { z } from 'zod';

import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient, SearchOptions } from '../../shared/odoo/OdooClient';
import type { RecordOf, RecordType } from '../../shared/odoo/records/record';
import type { Range } from '../core/position';
import type { Reading } from './eventSource';

/** Rows in one page: a batch of new ones, as many again that the overlap brings once more, and one to see the end. */
export const pageSize = (client: OdooClient): number => 2 * client.batchSize + 1;

const unreadIn = ({ from, exceptIds }: Range): OdooDomain => [
	['write_date', '>=', from],
	...(exceptIds.length > 0 ? [['id', 'not in', [...exceptIds]] as const] : []),
];

const OLDEST_FIRST = 'write_date, id';
const LATEST_FIRST = 'write_date desc, id desc';

const toSearch = (
	client: OdooClient,
	reading: Reading,
): { readonly domain: OdooDomain; readonly options: SearchOptions } => {
	const page = { order: OLDEST_FIRST, limit: pageSize(client) };
	switch (reading.kind) {
		case 'range':
			return { domain: unreadIn(reading.range), options: page };
		case 'records':
			return { domain: [['id', 'in', [...reading.ids]]], options: page };
		case 'latest':
			return { domain: [], options: { order: LATEST_FIRST, limit: reading.limit } };
		case 'state':
			return { domain: reading.domain, options: { order: LATEST_FIRST, limit: reading.limit } };
	}
};

interface Wanted<Shape extends z.ZodRawShape, Field extends keyof Shape & string> {
	readonly type: RecordType<Shape>;
	readonly fields: readonly Field[];
	readonly domain: OdooDomain;
}

export const readWritten = async <Shape extends z.ZodRawShape, Field extends keyof Shape & string>(
	client: OdooClient,
	{ type, fields, domain }: Wanted<Shape, Field>,
	reading: Reading,
): Promise<RecordOf<RecordType<Shape>, Field>[]> => {
	const search = toSearch(client, reading);
	return await client.search(type, fields, [...search.domain, ...domain], search.options);
};
