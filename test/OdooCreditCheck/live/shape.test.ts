import { z } from 'zod';

import file from '../../../nodes/OdooCreditCheck/__schema__/v1.0.0.json';
import { checkLive } from '../creditRun';
import { creditScene } from '../creditScene';

const scene = creditScene();

jest.setTimeout(120_000);

interface Schema {
	readonly type: string | readonly string[];
	readonly properties?: { readonly [name: string]: Schema };
	readonly items?: Schema;
	readonly enum?: readonly string[];
}

const schema: z.ZodType<Schema> = z.lazy(() =>
	z.object({
		type: z.union([z.string(), z.array(z.string())]),
		properties: z.record(schema).optional(),
		items: schema.optional(),
		enum: z.array(z.string()).optional(),
	}),
);

const typeOf = (value: unknown): string =>
	value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** Paths at which a value is not what the schema tells n8n's editor. */
const differences = (
	value: unknown,
	{ type, properties, items, enum: allowed }: Schema,
	path = '',
): string[] => {
	const types = [type].flat();
	const found = typeOf(value);
	if (!types.includes(found) && !(found === 'number' && types.includes('integer')))
		return [`${path}: ${found}`];
	if (allowed && !allowed.includes(String(value))) return [`${path}: ${String(value)}`];
	if (Array.isArray(value))
		return items
			? value.flatMap((each, index) => differences(each, items, `${path}[${index}]`))
			: [];
	if (value === null || typeof value !== 'object') return [];
	const known = Object.keys(properties ?? {}).filter((name) => !(name in value));
	return [
		...known.map((name) => `${path}.${name}: missing`),
		...Object.entries(value).flatMap(([name, one]) => {
			const nested = properties?.[name];
			return nested
				? differences(one, nested, `${path}.${name}`)
				: [`${path}.${name}: not in the schema`];
		}),
	];
};

describe('the item that comes out', () => {
	it('has the shape that the schema file tells n8n', async () => {
		const item = await scene.product();
		const order = await scene.order(await scene.customer({ credit_limit: 100 }), {
			price: 400,
			item,
		});
		const fine = await scene.order(await scene.customer(), { price: 400, item });
		const { needsApproval, approved } = await checkLive([order, fine]);
		expect(
			[...needsApproval, ...approved].map((json) => differences(json, schema.parse(file))),
		).toEqual([[], []]);
	});
});
