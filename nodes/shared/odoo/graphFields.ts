import { z } from 'zod';

/** Odoo writes `false` for "no value"; a field that was asked for and is missing is no answer. */
export const orNull = <T extends z.ZodTypeAny>(type: T) =>
	z.preprocess((value) => (value === false ? null : value), type.nullable());

/** Empty without a value. */
export const text = z.preprocess((value) => (value === false ? '' : value), z.string());

/** A many2one that was asked for with its name. */
export const named = orNull(z.object({ id: z.number(), display_name: z.string() }));
