import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Checkpoint } from '../shared/odoo/events/sweep';

const time = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const position = z.object({
	watermark: time,
	met: time,
	pass: z.object({ after: time, ids: z.array(z.number()) }).nullable(),
});
const checkpoint = z.object({
	since: time,
	positions: z.record(position),
	known: z.array(z.string()),
});

/** What the last sweep left in the node's static data; null before the first one. */
export const readCheckpoint = (staticData: IDataObject): Checkpoint | null => {
	const parsed = checkpoint.safeParse(staticData.checkpoint);
	return parsed.success ? parsed.data : null;
};

export const writeCheckpoint = (staticData: IDataObject, next: Checkpoint): void => {
	staticData.checkpoint = JSON.parse(JSON.stringify(next)) as IDataObject;
};
