import type { FieldShape, Recording } from './recording';

export type Row = { readonly id: number; readonly [field: string]: unknown };

/** Two tables point to any model by its name. */
const MODEL_NAME: { readonly [model: string]: string } = {
	'mail.activity': 'res_model',
	'mail.message': 'model',
};

/** The tables of one Odoo; a row never changes in place, so that a copy costs its index alone. */
export class Tables {
	private constructor(
		private readonly shapes: ReadonlyMap<string, ReadonlyMap<string, FieldShape>>,
		private readonly rows: ReadonlyMap<string, Map<number, Row>>,
		readonly externalIds: Map<string, number>,
	) {}

	static of({ tables, externalIds }: Pick<Recording, 'tables' | 'externalIds'>): Tables {
		const entries = Object.entries(tables);
		return new Tables(
			new Map(entries.map(([model, { fields }]) => [model, new Map(Object.entries(fields))])),
			new Map(
				entries.map(([model, { rows }]) => [model, new Map(rows.map((row) => [row.id, row]))]),
			),
			new Map(Object.entries(externalIds)),
		);
	}

	copy(): Tables {
		return new Tables(
			this.shapes,
			new Map([...this.rows].map(([model, rows]) => [model, new Map(rows)])),
			new Map(this.externalIds),
		);
	}

	knows(model: string): boolean {
		return this.shapes.has(model);
	}

	fieldsOf(model: string): ReadonlyMap<string, FieldShape> {
		return this.shapes.get(model) ?? new Map<string, FieldShape>();
	}

	all(model: string): Row[] {
		return [...(this.rows.get(model)?.values() ?? [])];
	}

	row(model: string, id: number): Row | undefined {
		return this.rows.get(model)?.get(id);
	}

	put(model: string, row: Row): void {
		const rows = this.rows.get(model);
		if (!rows) throw new Error(`The recording has no table ${model}`);
		rows.set(row.id, row);
	}

	update(model: string, id: number, values: { readonly [field: string]: unknown }): void {
		const row = this.row(model, id);
		if (row) this.put(model, { ...row, ...values });
	}

	nextId(model: string): number {
		return Math.max(0, ...(this.rows.get(model)?.keys() ?? [])) + 1;
	}

	/** Ids that a relation holds; what hangs on a record is found by its own reference. */
	related(model: string, row: Row, field: string): number[] {
		const { type, relation, inverse } = this.fieldsOf(model).get(field) ?? { type: 'char' };
		if (type === 'one2many' && relation && inverse && this.fieldsOf(relation).has(inverse))
			return this.pointingAt(model, row.id, relation, inverse);
		const value = row[field];
		if (!Array.isArray(value)) return [];
		const ids = type === 'many2one' ? value.slice(0, 1) : value;
		return ids.filter((id): id is number => typeof id === 'number');
	}

	private pointingAt(model: string, id: number, relation: string, inverse: string): number[] {
		const naming = MODEL_NAME[relation];
		return this.all(relation)
			.filter((other) => {
				const value = other[inverse];
				const points = Array.isArray(value) ? value[0] === id : value === id;
				return points && (naming === undefined || other[naming] === model);
			})
			.map((other) => other.id);
	}

	/** `[id, name]`, as Odoo answers a many2one. */
	reference(model: string, id: number): readonly [number, string] {
		return [id, String(this.row(model, id)?.display_name ?? '')];
	}
}
