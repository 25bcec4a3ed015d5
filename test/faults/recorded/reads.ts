import { z } from 'zod';

import { Filter } from './domain';
import type { Row, Tables } from './tables';

export interface Args {
	readonly ids: readonly number[];
	readonly args: { readonly [name: string]: unknown };
	readonly context: { readonly [name: string]: unknown };
}

const searching = z.object({
	domain: z.array(z.unknown()).default([]),
	order: z.string().optional(),
	limit: z.number().nullish(),
	offset: z.number().default(0),
});

const fieldList = z.object({ fields: z.array(z.string()) });

type Specification = { readonly [field: string]: { readonly fields?: Specification } };
const specification: z.ZodType<Specification> = z.lazy(() =>
	z.record(z.object({ fields: specification.optional() })),
);

const grouping = z.object({ groupby: z.array(z.string()), aggregates: z.array(z.string()) });

/** What Odoo's reading methods answer. */
export class Reads {
	constructor(private readonly tables: Tables) {}

	search(model: string, { args, context }: Args): Row[] {
		const { domain, order = 'id', limit, offset } = searching.parse(args);
		const filter = new Filter(this.tables, model).matching(domain);
		const mentionsActive = domain.some((part) => Array.isArray(part) && part[0] === 'active');
		const hidesArchived =
			this.tables.fieldsOf(model).has('active') && context.active_test !== false && !mentionsActive;
		const found = this.tables
			.all(model)
			.filter((row) => (!hidesArchived || row.active !== false) && filter(row));
		const sorted = sortedBy(found, order);
		return sorted.slice(offset, limit ? offset + limit : undefined);
	}

	searchRead(model: string, call: Args): unknown[] {
		const { fields } = fieldList.parse(call.args);
		return this.search(model, call).map((row) => this.plain(model, row, fields));
	}

	read(model: string, { ids, args }: Args): unknown[] {
		const { fields } = fieldList.parse(args);
		return ids.flatMap((id) => {
			const row = this.tables.row(model, id);
			return row ? [this.plain(model, row, fields)] : [];
		});
	}

	webSearchRead(model: string, call: Args): { length: number; records: unknown[] } {
		const wanted = specification.parse(call.args.specification);
		const records = this.search(model, call).map((row) => this.shaped(model, row, wanted));
		return { length: records.length, records };
	}

	groups(model: string, call: Args): unknown[] {
		const { groupby, aggregates } = grouping.parse(call.args);
		const groups = new Map<string, Row[]>();
		for (const row of this.search(model, call)) {
			const key = JSON.stringify(groupby.map((name) => this.plainValue(model, row, name)));
			groups.set(key, [...(groups.get(key) ?? []), row]);
		}
		// Without a group there is one of everything.
		if (groupby.length === 0 && groups.size === 0) groups.set('[]', []);
		return [...groups.values()].map((rows) => ({
			...Object.fromEntries(
				groupby.map((name) => [name, rows[0] ? this.plainValue(model, rows[0], name) : false]),
			),
			...Object.fromEntries(aggregates.map((name) => [name, aggregate(rows, name)])),
			__extra_domain: [],
		}));
	}

	private plain(model: string, row: Row, fields: readonly string[]): unknown {
		return {
			id: row.id,
			...Object.fromEntries(fields.map((field) => [field, this.plainValue(model, row, field)])),
		};
	}

	private plainValue(model: string, row: Row, field: string): unknown {
		if (field === 'id') return row.id;
		const shape = this.tables.fieldsOf(model).get(field);
		if (!shape) throw new Error(`The recording has no field ${model}.${field}`);
		if (!shape.relation || shape.type === 'many2one') return row[field] ?? false;
		return this.tables.related(model, row, field);
	}

	private shaped(model: string, row: Row, wanted: Specification): unknown {
		return {
			id: row.id,
			...Object.fromEntries(
				Object.entries(wanted).map(([field, { fields }]) => [
					field,
					this.shapedValue(model, row, field, fields),
				]),
			),
		};
	}

	private shapedValue(
		model: string,
		row: Row,
		field: string,
		fields: Specification | undefined,
	): unknown {
		const { type, relation } = this.tables.fieldsOf(model).get(field) ?? { type: 'char' };
		if (!relation) return this.plainValue(model, row, field);
		const ids = this.tables.related(model, row, field);
		const shapes = ids.map((id) => {
			const found = this.tables.row(relation, id);
			return fields ? (found ? this.shaped(relation, found, fields) : { id }) : id;
		});
		return type === 'many2one' ? (shapes[0] ?? false) : shapes;
	}
}

const sortedBy = (rows: readonly Row[], order: string): Row[] => {
	const terms = order.split(',').map((term) => {
		const [field = 'id', direction = 'asc'] = term.trim().split(/\s+/);
		return { field, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
	});
	const keyOf = (row: Row, field: string) => {
		const value = row[field];
		return Array.isArray(value) ? value[0] : value;
	};
	return [...rows].sort((a, b) => {
		for (const { field, sign } of terms) {
			const [left, right] = [keyOf(a, field), keyOf(b, field)];
			if (left === right) continue;
			const isLess =
				typeof left === 'number' && typeof right === 'number'
					? left < right
					: String(left) < String(right);
			return isLess ? -sign : sign;
		}
		return a.id - b.id;
	});
};

const aggregate = (rows: readonly Row[], name: string): unknown => {
	if (name === '__count') return rows.length;
	const [field = '', how = ''] = name.split(':');
	const values = rows.map((row) => row[field]).filter((value) => value !== false);
	if (how === 'sum') return values.reduce<number>((sum, value) => sum + Number(value), 0);
	const sorted = [...values].sort((a, b) => (String(a) < String(b) ? -1 : 1));
	if (how === 'min') return sorted[0] ?? false;
	if (how === 'max') return sorted.at(-1) ?? false;
	if (how === 'array_agg') return values;
	if (how === 'count_distinct') return new Set(values.map(String)).size;
	throw new Error(`The recording does not know the aggregate ${name}`);
};
