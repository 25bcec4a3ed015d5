import { z } from 'zod';

/** Odoo writes `false` for "no value" in every field but booleans. */
const orNull = <T extends z.ZodTypeAny>(type: T) =>
	z.preprocess((value) => (value === false || value === undefined ? null : value), type.nullable());

export const id = z.number().int().positive();
export const flag = z.preprocess((value) => value ?? false, z.boolean());
export const number = z.preprocess(
	(value) => (value === false || value === undefined ? 0 : value),
	z.number(),
);
export const text = z.preprocess(
	(value) => (value === false || value === undefined ? '' : value),
	z.string(),
);
export const optionalText = orNull(z.string());

/** `YYYY-MM-DD`, in the company's calendar. */
export const date = orNull(z.string());
/** `YYYY-MM-DD HH:MM:SS`, UTC without a zone. */
export const dateTime = orNull(z.string());

export interface Reference {
	readonly id: number;
	readonly name: string;
}

export const many2one = orNull(
	z.tuple([z.number(), z.string()]).transform(([key, name]): Reference => ({ id: key, name })),
);
export const ids = z.preprocess(
	(value) => (value === false || value === undefined ? [] : value),
	z.array(z.number()),
);
