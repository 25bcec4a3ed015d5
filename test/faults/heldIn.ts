import type { Row, Tables } from './recorded/tables';

const idOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const digitless = (key: unknown): string => String(key).replace(/[0-9a-f]{6,}|\d+/g, '#');

/** Fields whose values a second effect would change, by model; what a record is for counts it. */
const WATCHED: { readonly [model: string]: (tables: Tables, row: Row) => unknown } = {
	'account.move': (_tables, row) => [row.state, row.move_type, row.ref, row.amount_total],
	'crm.tag': (_tables, row) => row.name,
	'mail.activity': (_tables, row) => [row.res_id, row.summary, row.active],
	'mail.message': (_tables, row) => [
		row.model,
		row.model === 'sale.order' ? row.res_id : 0,
		digitless(row.message_id),
	],
	'sale.order': (tables, row) => [
		row.id,
		row.state,
		tables
			.related('sale.order', row, 'tag_ids')
			.map((id) => tables.row('crm.tag', id)?.name)
			.sort(),
	],
	'sale.order.line': (_tables, row) => [
		row.id,
		row.product_uom_qty,
		row.qty_invoiced,
		row.qty_to_invoice,
	],
	'stock.move': (_tables, row) => [row.id, row.quantity, row.state],
	'stock.picking': (_tables, row) => [row.id, row.state, row.priority],
	'stock.quant': (_tables, row) => [
		idOf(row.product_id),
		idOf(row.location_id),
		row.quantity,
		row.reserved_quantity,
	],
};

/** What the tables hold of all that nodes may write, as a text to compare: ids and times of new records stay out. */
export const heldIn = (tables: Tables): string =>
	Object.entries(WATCHED)
		.filter(([model]) => tables.knows(model))
		.flatMap(([model, watch]) => {
			const lines = tables
				.all(model)
				.map((row) => `${model} ${JSON.stringify(watch(tables, row))}`);
			return withoutEarlierAllocations(lines).sort();
		})
		.join('\n');

/** An order that got less because another one failed is allocated anew, and that is a decision with a note of its own. */
const withoutEarlierAllocations = (lines: readonly string[]): string[] =>
	lines.filter((line, index) => !line.includes('"<allocation-') || lines.indexOf(line) === index);
