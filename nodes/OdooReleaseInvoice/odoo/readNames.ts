import type { z } from 'zod';

import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { RecordType } from '../../shared/odoo/records/record';
import { text } from '../../shared/odoo/records/fields';

/** The names of records by their ids; no call when there is nothing to look up. */
export const readNames = async (
	client: OdooClient,
	type: RecordType<{ readonly id: z.ZodNumber; readonly name: typeof text }>,
	ids: readonly number[],
): Promise<(wanted: readonly number[]) => string[]> => {
	const found = await client.read(type, ['id', 'name'], ids);
	const nameOf = new Map(found.map(({ id, name }) => [id, name]));
	return (wanted) => wanted.flatMap((id) => nameOf.get(id) ?? []);
};
