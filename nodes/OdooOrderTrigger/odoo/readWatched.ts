import { z } from 'zod';

import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { dateTime, id, ids, text } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import type { EventQuery } from '../core/eventQuery';
import type { Reading } from './eventSource';
import { readWritten } from './readWritten';
import { answerIn } from '../../shared/odoo/unexpectedAnswer';

const header = { id, name: text, state: text, tag_ids: ids, write_date: dateTime };
const tracked = z.object(header).passthrough();

export type Watched = z.output<typeof tracked>;

/** The watched fields as Odoo gives them: only whether they differ matters. */
export const readWatched = async (
	client: OdooClient,
	{ fields, domain }: { readonly fields: EventQuery['watchedFields']; readonly domain: OdooDomain },
	reading: Reading,
): Promise<Watched[]> => {
	const shape: z.ZodRawShape = {
		...Object.fromEntries(fields.map((field) => [field, z.unknown()])),
		...header,
	};
	const type = defineRecord('sale.order', shape);
	const rows = await readWritten(client, { type, fields: Object.keys(shape), domain }, reading);
	return rows.map((row) => answerIn('sale.order.read', tracked, row));
};
