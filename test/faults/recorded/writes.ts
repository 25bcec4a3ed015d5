import { z } from 'zod';

import { afterCreate, afterWrite } from './effects';
import type { FieldShape } from './recording';
import { Refusal } from './refusal';
import type { Args } from './reads';
import type { Row, Tables } from './tables';

const values = z.record(z.unknown());
const createArgs = z.object({ vals_list: z.array(values) });
const writeArgs = z.object({ vals: values });
const saveArgs = z.object({ vals_list: z.array(values) });
const loadArgs = z.object({
	fields: z.array(z.string()),
	data: z.array(z.array(z.string())),
});
const command = z.tuple([z.number()]).rest(z.unknown());

/** Of whoever calls. */
export interface Caller {
	readonly uid: number;
	readonly partnerId: number;
}

const EMPTY: { readonly [type: string]: unknown } = {
	boolean: false,
	float: 0,
	integer: 0,
	monetary: 0,
	one2many: [],
	many2many: [],
};

/** Odoo's clock, to the second. */
export const nowInOdoo = (): string => new Date().toISOString().slice(0, 19).replace('T', ' ');

/** What Odoo's writing methods do. */
export class Writes {
	constructor(
		private readonly tables: Tables,
		private readonly caller: Caller,
	) {}

	create(model: string, { args }: Args): number[] {
		return createArgs.parse(args).vals_list.map((vals) => this.make(model, vals));
	}

	write(model: string, { ids, args }: Args): true {
		const { vals } = writeArgs.parse(args);
		for (const id of ids) this.change(model, id, vals);
		return true;
	}

	saveMulti(model: string, { ids, args }: Args): { id: number }[] {
		const { vals_list: list } = saveArgs.parse(args);
		ids.forEach((id, index) => this.change(model, id, list[index] ?? {}));
		return ids.map((id) => ({ id }));
	}

	/** Odoo's import: all rows or none; a record of a known external id is left as it is. */
	async load(model: string, { args }: Args): Promise<unknown> {
		const { fields, data } = loadArgs.parse(args);
		const loaded = async () => data.map((row) => this.loadRow(model, fields, row));
		return await loaded().then(
			(ids) => ({ ids, messages: [], nextrow: 0 }),
			async (error: unknown) =>
				error instanceof Refusal
					? { ids: false, messages: [{ type: 'error', message: error.message }], nextrow: 0 }
					: await Promise.reject(error),
		);
	}

	private loadRow(model: string, fields: readonly string[], row: readonly string[]): number {
		const at = (column: string) => row[fields.indexOf(column)] ?? '';
		const vals = Object.fromEntries(
			fields.flatMap((column, index) =>
				column === 'id' || column === '.id' ? [] : [this.imported(model, column, row[index] ?? '')],
			),
		);
		if (fields.includes('.id')) {
			this.change(model, Number(at('.id')), vals);
			return Number(at('.id'));
		}
		const known = this.tables.externalIds.get(at('id'));
		if (known !== undefined) return known;
		const made = this.make(model, vals);
		this.tables.externalIds.set(at('id'), made);
		return made;
	}

	private imported(model: string, column: string, text: string): readonly [string, unknown] {
		const [field = '', by] = column.split('/');
		if (text === '') return [field, false];
		if (by === '.id') return [field, Number(text)];
		if (by === 'id') {
			const id = this.tables.externalIds.get(text);
			if (id === undefined)
				throw new Refusal('', 200, `No matching record found for external id '${text}'`);
			return [field, id];
		}
		const type = this.tables.fieldsOf(model).get(field)?.type ?? 'char';
		if (type === 'boolean') return [field, text === 'True' || text === '1'];
		return [
			field,
			typeof EMPTY[type] === 'number' || type === 'many2one_reference' ? Number(text) : text,
		];
	}

	private make(model: string, vals: { readonly [field: string]: unknown }): number {
		if (!this.tables.knows(model)) throw new Refusal('werkzeug.exceptions.NotFound', 404, model);
		if (model === 'crm.tag' && this.tables.all(model).some(({ name }) => name === vals.name))
			throw new Refusal('', 200, 'A tag of that name already exists');
		const id = this.tables.nextId(model);
		const now = nowInOdoo();
		const me = this.tables.reference('res.users', this.caller.uid);
		const defaults: { readonly [field: string]: unknown } = {
			active: true,
			author_id: this.tables.reference('res.partner', this.caller.partnerId),
			create_date: now,
			create_uid: me,
			date: now,
			display_name: String(vals.name ?? vals.summary ?? id),
			is_internal: true,
			user_id: me,
			write_date: now,
			write_uid: me,
		};
		const blank = [...this.tables.fieldsOf(model)].map(([field, { type }]) => [
			field,
			defaults[field] ?? EMPTY[type] ?? false,
		]);
		const row: Row = { ...Object.fromEntries(blank), id };
		this.tables.put(model, row);
		this.tables.update(model, id, this.stored(model, row, vals));
		afterCreate(this.tables, model, id);
		return id;
	}

	private change(model: string, id: number, vals: { readonly [field: string]: unknown }): void {
		const row = this.tables.row(model, id);
		if (!row)
			throw new Refusal('odoo.exceptions.MissingError', 404, `${model}(${id}) does not exist`);
		const has = (field: string) => this.tables.fieldsOf(model).has(field);
		this.tables.update(model, id, {
			...this.stored(model, row, vals),
			...(has('write_date') ? { write_date: nowInOdoo() } : {}),
			...(has('write_uid')
				? { write_uid: this.tables.reference('res.users', this.caller.uid) }
				: {}),
		});
		afterWrite(this.tables, model, row);
	}

	private stored(
		model: string,
		row: Row,
		vals: { readonly [field: string]: unknown },
	): { [field: string]: unknown } {
		return Object.fromEntries(
			Object.entries(vals).map(([field, value]) => {
				const shape = this.tables.fieldsOf(model).get(field);
				if (!shape) throw new Error(`The recording has no field ${model}.${field} to write`);
				return [field, this.storedValue(model, row, field, shape, value)];
			}),
		);
	}

	private storedValue(
		model: string,
		row: Row,
		field: string,
		{ type, relation = '' }: FieldShape,
		value: unknown,
	): unknown {
		if (type === 'many2one')
			return typeof value === 'number' ? this.tables.reference(relation, value) : false;
		if (type !== 'many2many' && type !== 'one2many') return value;
		let ids = this.tables.related(model, row, field);
		for (const one of z.array(command).parse(value)) {
			const [kind, id, list] = one;
			if (kind === 3) ids = ids.filter((known) => known !== id);
			else if (kind === 4 && typeof id === 'number') ids = [...new Set([...ids, id])];
			else if (kind === 5) ids = [];
			else if (kind === 6) ids = z.array(z.number()).parse(list);
			else throw new Error(`The recording does not know the command ${kind} on ${model}.${field}`);
		}
		return ids;
	}
}
