import { z } from 'zod';

import { fieldNameIn } from '../fieldNames';
import { unexpectedAnswer } from '../unexpectedAnswer';

/** An Odoo model as the nodes know it: its name and, by today's field names, how each value is parsed. */
export interface RecordType<Shape extends z.ZodRawShape> {
	readonly model: string;
	readonly shape: Shape;
}

/** What a read of those fields returns; `id` always comes along. */
export type RecordOf<
	Type extends RecordType<z.ZodRawShape>,
	Field extends keyof Type['shape'] = keyof Type['shape'],
> = {
	readonly [F in Field]: z.output<Type['shape'][F]>;
} & { readonly id: number };

export const defineRecord = <Shape extends z.ZodRawShape>(
	model: string,
	shape: Shape,
): RecordType<Shape> => ({
	model,
	shape,
});

/** The names to ask this version for. Fields it does not have are left out, and parse as empty. */
export const fieldsToRead = (
	version: number,
	type: RecordType<z.ZodRawShape>,
	fields: readonly string[],
): string[] => fields.flatMap((field) => fieldNameIn(version, type.model, field) ?? []);

/** @throws OdooError when Odoo's answer does not have the promised shape: it names the model and the field. */
export const parseRecords = <Shape extends z.ZodRawShape, Field extends keyof Shape & string>(
	version: number,
	type: RecordType<Shape>,
	fields: readonly Field[],
	answer: unknown,
): RecordOf<RecordType<Shape>, Field>[] => {
	const renamed = fields.map((field) => [field, fieldNameIn(version, type.model, field)] as const);
	const shape = Object.fromEntries(fields.map((field) => [field, type.shape[field]])) as Pick<
		Shape,
		Field
	>;
	const rows = z
		.array(z.record(z.unknown()))
		.transform((list) =>
			list.map((row) => ({
				...Object.fromEntries(
					renamed.map(([field, name]) => [field, name === null ? undefined : row[name]]),
				),
				id: row.id,
			})),
		)
		.pipe(z.array(z.object({ ...shape, id: z.number() })))
		.safeParse(answer);
	if (rows.success) return rows.data as RecordOf<RecordType<Shape>, Field>[];
	throw unexpectedAnswer(`${type.model}.read`, rows.error);
};
