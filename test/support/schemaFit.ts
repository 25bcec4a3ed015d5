import { z } from 'zod';

interface Schema {
	readonly type?: string | readonly string[];
	readonly properties?: { readonly [name: string]: Schema };
	readonly items?: Schema;
}

const schemaShape: z.ZodType<Schema> = z.lazy(() =>
	z.object({
		type: z.union([z.string(), z.array(z.string())]).optional(),
		properties: z.record(schemaShape).optional(),
		items: schemaShape.optional(),
	}),
);

const typeOf = (value: unknown): string =>
	value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** Where a value differs from what the schema promises n8n's editor: a key it does not name, a type it does not allow. */
const compare = (schema: Schema, value: unknown, path: string): string[] => {
	const allowed = schema.type === undefined ? [] : [schema.type].flat();
	if (allowed.length > 0 && !allowed.includes(typeOf(value)))
		return [`${path} is ${typeOf(value)}, not ${allowed.join(' or ')}`];
	if (Array.isArray(value))
		return value.flatMap((one, index) =>
			schema.items ? compare(schema.items, one, `${path}[${index}]`) : [],
		);
	if (typeof value !== 'object' || value === null || !schema.properties) return [];
	return Object.entries(value).flatMap(([name, one]) => {
		const known = schema.properties?.[name];
		return known
			? compare(known, one, `${path}.${name}`)
			: [`${path}.${name} is not in the schema`];
	});
};

export const schemaMisfits = (schema: unknown, key: string, value: unknown): string[] => {
	const whole = schemaShape.parse(schema);
	return compare(whole.properties?.[key] ?? {}, value, key);
};
