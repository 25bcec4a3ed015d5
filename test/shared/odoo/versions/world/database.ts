import type { Json } from '../../../../../nodes/shared/odoo/OdooTransport';
import { fieldIn } from '../facts';
import { idsIn, isList, isObject } from '../json';
import { matches, valueOf, type Row } from './matches';
import { records } from './records';
import { written } from './values';

/** The records of one Odoo, answered in the forms in which that version answers them. */
export class Database {
	private readonly tables = records();
	private lastId = 10_000;

	constructor(readonly version: number) {}

	rows(model: string): Map<number, Row> {
		const rows = this.tables.get(model) ?? new Map<number, Row>();
		this.tables.set(model, rows);
		return rows;
	}

	add(model: string, values: Row): number {
		this.lastId += 1;
		const now = new Date().toISOString().slice(0, 19).replace('T', ' ');
		this.rows(model).set(this.lastId, {
			...written,
			create_date: now,
			write_date: now,
			...values,
		});
		return this.lastId;
	}

	/** Plain values, tags and the lines of an order. */
	write(model: string, id: number, values: Json | undefined): void {
		const row = this.rows(model).get(id);
		for (const [field, value] of Object.entries(isObject(values) ? values : {}))
			if (row && field === 'tag_ids') row[field] = tagged(idsIn(row[field]), value);
			else if (field === 'order_line') this.writeLines(id, value);
			else if (row && !isList(value)) row[field] = value;
	}

	/** @param commands `[1, id, values]` for a line that changes, `[0, 0, values]` for one that comes */
	private writeLines(order: number, commands: Json): void {
		for (const [command, id, values] of (isList(commands) ? commands : []).filter(isList))
			if (command === 1) this.write('sale.order.line', Number(id), values);
			else this.add('sale.order.line', { ...(isObject(values) ? values : {}), order_id: order });
	}

	search(model: string, domain: Json | undefined): number[] {
		const terms = isList(domain) ? domain : [];
		return [...this.rows(model).keys()].filter((id) =>
			matches(this.version, this.tables, { model, id }, terms),
		);
	}

	/** Many2one as `[id, name]`. */
	read(model: string, ids: readonly number[], fields: readonly string[]): Json {
		const valueIn = (id: number, field: string): Json => {
			const value = this.value(model, id, field);
			const { kind, model: target = '' } = fieldIn(this.version, model, field) ?? {};
			return kind === 'many2one' && typeof value === 'number'
				? [value, this.value(target, value, 'display_name')]
				: value;
		};
		return ids.map((id) => ({
			id,
			...Object.fromEntries(fields.map((field) => [field, valueIn(id, field)])),
		}));
	}

	/** As `web_search_read` answers a specification. */
	graph(model: string, ids: readonly number[], specification: Json | undefined): Json[] {
		const wanted = Object.entries(isObject(specification) ? specification : {});
		const valueIn = (id: number, field: string, nested: Json): Json => {
			const value = this.value(model, id, field);
			const target = fieldIn(this.version, model, field)?.model;
			if (!target || !isObject(nested) || nested.fields === undefined) return value;
			if (isList(value)) return this.graph(target, idsIn(value), nested.fields);
			return typeof value === 'number'
				? (this.graph(target, [value], nested.fields)[0] ?? false)
				: false;
		};
		return ids.map((id) => ({
			id,
			...Object.fromEntries(wanted.map(([field, nested]) => [field, valueIn(id, field, nested)])),
		}));
	}

	private value(model: string, id: number, field: string): Json {
		return valueOf(this.version, this.tables, { model, id }, field);
	}
}

const TAKES_OFF = 3;

/** @param commands `[4, id]` for a tag that comes, `[3, id]` for one that goes */
const tagged = (before: readonly number[], commands: Json): number[] =>
	(isList(commands) ? commands : [])
		.map(idsIn)
		.reduce<
			number[]
		>((tags, [command, id = 0]) => [...tags.filter((one) => one !== id), ...(command === TAKES_OFF ? [] : [id])], [...before]);
