import { z } from 'zod';

import type { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import type { ObservedCall } from './observed';
import type { FieldShape } from './recording';

/** The fields of each model that calls ask for, search by or write, with how Odoo describes them. */
export type Learned = ReadonlyMap<string, ReadonlyMap<string, FieldShape>>;

const described = z.record(
	z.object({
		type: z.string(),
		relation: z.string().optional(),
		relation_field: z.string().optional(),
	}),
);
const texts = z.array(z.string());
const leaf = z.tuple([z.string(), z.string(), z.unknown()]);
const domain = z.array(z.unknown()).default([]);
const named = z.record(z.unknown());
const namedList = z.array(named).default([]);

/** By which field the records of a model stand below each other. */
export const PARENT: { readonly [model: string]: string } = {
	'res.partner': 'parent_id',
	'stock.location': 'location_id',
};

const STOCK = {
	'stock.picking': ['state', 'sale_id'],
	'stock.move': [
		'state',
		'quantity',
		'product_uom_qty',
		'product_id',
		'location_id',
		'picking_id',
		'sale_line_id',
	],
	'stock.location': ['location_id'],
	'stock.quant': ['product_id', 'location_id', 'quantity', 'reserved_quantity'],
};

/** What a call changes, or works out its effect from, and what is read behind it only after a run that broke off. */
const NEEDED: { readonly [call: string]: { readonly [model: string]: readonly string[] } } = {
	'sale.order.action_confirm': {
		...STOCK,
		'sale.order': ['order_line'],
		'sale.order.line': ['product_id', 'product_uom_qty', 'order_id', 'state'],
	},
	'mail.message.load': {
		'mail.message': ['body', 'create_date', 'create_uid', 'write_date', 'write_uid'],
		'res.users': ['share'],
	},
	'stock.picking.action_assign': STOCK,
	'stock.picking.do_unreserve': STOCK,
};

/** Walks through what was called, and looks up each model that comes up. */
class Learner {
	readonly fields = new Map<string, Map<string, FieldShape>>();
	private readonly shapes = new Map<string, z.output<typeof described>>();

	constructor(private readonly admin: OdooClient) {}

	async learn({ model, method, body }: ObservedCall): Promise<void> {
		await this.path(model, 'display_name');
		await this.path(model, 'active');
		await this.domain(model, domain.parse(body.domain));
		if (body.specification) await this.specification(model, named.parse(body.specification));
		for (const name of this.mentioned(method, body)) await this.path(model, name);
		for (const [other, names] of Object.entries(NEEDED[`${model}.${method}`] ?? {}))
			for (const name of names) await this.path(other, name);
	}

	private mentioned(method: string, body: ObservedCall['body']): string[] {
		if (method === 'load')
			return texts
				.parse(body.fields)
				.map((column) => column.split('/')[0] ?? '')
				.filter((column) => column !== 'id' && column !== '.id');
		const list = (name: string) => texts.default([]).parse(body[name] ?? []);
		return [
			...list('fields'),
			...[...list('groupby'), ...list('aggregates')].map((name) => name.split(':')[0] ?? ''),
			...String(body.order ?? '')
				.split(',')
				.flatMap((term) => term.trim().split(' ')[0] || []),
			...namedList.parse(body.vals_list).flatMap((values) => Object.keys(values)),
			...Object.keys(named.default({}).parse(body.vals)),
		].filter((name) => !name.startsWith('__'));
	}

	private async domain(model: string, parts: readonly unknown[]): Promise<void> {
		for (const part of parts) {
			const parsed = leaf.safeParse(part);
			if (!parsed.success) continue;
			const [path, operator, value] = parsed.data;
			const target = await this.path(model, path);
			if (operator === 'any' && target) await this.domain(target, domain.parse(value));
			const tree = target ?? model;
			if (operator.endsWith('_of')) await this.path(tree, PARENT[tree] ?? 'id');
		}
	}

	private async specification(
		model: string,
		wanted: { readonly [field: string]: unknown },
	): Promise<void> {
		for (const [field, nested] of Object.entries(wanted)) {
			const target = await this.path(model, field);
			const { fields } = z.object({ fields: named.optional() }).parse(nested);
			if (target && fields) await this.specification(target, fields);
		}
	}

	/** @returns the model at the end of the path, when it ends in a relation */
	private async path(model: string, path: string): Promise<string | undefined> {
		const [first = '', ...rest] = path.split('.');
		const shape = (await this.shapesOf(model))[first];
		if (!shape) return undefined;
		const { type, relation, relation_field: inverse } = shape;
		const known = this.fields.get(model) ?? new Map<string, FieldShape>();
		known.set(first, {
			type,
			...(relation ? { relation } : {}),
			...(inverse && type === 'one2many' ? { inverse } : {}),
		});
		this.fields.set(model, known);
		if (!relation) return undefined;
		// What a field points to is searched by, so it is there.
		if (type === 'one2many' && inverse) await this.path(relation, inverse);
		return rest.length > 0 ? await this.path(relation, rest.join('.')) : relation;
	}

	private async shapesOf(model: string): Promise<z.output<typeof described>> {
		const known = this.shapes.get(model);
		if (known) return known;
		const shapes = described.parse(
			await this.admin.call(model, 'fields_get', {
				args: { attributes: ['type', 'relation', 'relation_field'] },
			}),
		);
		this.shapes.set(model, shapes);
		return shapes;
	}
}

export const learn = async (
	admin: OdooClient,
	calls: readonly ObservedCall[],
): Promise<Learned> => {
	const learner = new Learner(admin);
	for (const call of calls) await learner.learn(call);
	return learner.fields;
};
