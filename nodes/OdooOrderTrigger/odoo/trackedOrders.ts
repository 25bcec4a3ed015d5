import { z } from 'zod';

import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { dateTime, id, ids, text } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import { readWritten, type Reading } from './eventSource';

const header = { id, name: text, state: text, tag_ids: ids, write_date: dateTime };
const tracked = z.object(header).passthrough();

export type Tracked = z.output<typeof tracked>;

/** The watched fields as Odoo gives them: only whether they differ matters. */
export const readTracked = async (
	client: OdooClient,
	fields: readonly string[],
	domain: OdooDomain,
	reading: Reading,
): Promise<Tracked[]> => {
	const shape: z.ZodRawShape = {
		...Object.fromEntries(fields.map((field) => [field, z.unknown()])),
		...header,
	};
	const rows = await readWritten(
		client,
		defineRecord('sale.order', shape),
		Object.keys(shape),
		domain,
		reading,
	);
	return rows.map((row) => tracked.parse(row));
};
