import { z } from 'zod';

/** A field as Odoo describes it. */
const fieldShape = z.object({
	type: z.string(),
	relation: z.string().optional(),
	/** Of a one2many: the field over there that points back. */
	inverse: z.string().optional(),
});

const table = z.object({
	fields: z.record(fieldShape),
	/** As `search_read` answers them: many2one as `[id, name]`, x2many as ids. */
	rows: z.array(z.object({ id: z.number() }).passthrough()),
});

/** A part of a real Odoo's tables, as they stood before a node ran. */
export const recording = z.object({
	version: z.number(),
	/** Odoo's clock, ISO 8601. */
	at: z.string(),
	user: z.object({ uid: z.number(), lang: z.string(), tz: z.string() }),
	tables: z.record(table),
	/** Records that Odoo names: id by external id. */
	externalIds: z.record(z.number()),
	/** What goes into the node, one for each item. */
	items: z.array(z.record(z.unknown())),
	/** What a trigger remembers. */
	memory: z.record(z.unknown()),
});

export type FieldShape = z.output<typeof fieldShape>;
export type Table = z.output<typeof table>;
export type Recording = z.output<typeof recording>;
