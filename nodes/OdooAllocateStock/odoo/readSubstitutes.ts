import { z } from 'zod';

import type { Shortage } from '../core/promise';
import { proposeSubstitutes, type Substitute } from '../core/substitutes';
import { divide, exact, multiply, roundTo, type Exact } from '../../shared/core/exact';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Reference } from '../../shared/odoo/records/fields';
import { product, productTemplate } from '../../shared/odoo/records/product';
import { readGrains } from './readProductUnits';
import { readStock } from './readStock';
import type { Substitution } from './settings';

export interface Proposal extends Substitute {
	readonly reference: Reference;
	readonly grain: Exact;
	readonly unit: string;
}

const PRODUCT_FIELDS = ['id', 'display_name', 'product_tmpl_id', 'uom_id'] as const;
const relatedRows = z.array(z.object({ id: z.number() }).passthrough());
const relatedIds = z.array(z.number());

/** The templates that may stand in for each template: itself, or those a field of it names. */
const relatedTemplates = async (
	client: OdooClient,
	templateIds: readonly number[],
	substitution: Exclude<Substitution, 'none'>,
): Promise<ReadonlyMap<number, readonly number[]>> => {
	if (substitution === 'sameTemplate') return new Map(templateIds.map((id) => [id, [id]]));
	const args = { fields: [substitution] };
	const rows = relatedRows.parse(
		await client.call(productTemplate.model, 'read', { ids: templateIds, args }),
	);
	return new Map(rows.map((row) => [row.id, relatedIds.parse(row[substitution])]));
};

/**
 * Proposes free products for what is short, in six calls however many lines. Nothing of it is written here: a customer
 * gets another article only when somebody agrees to it, or when the settings allow it.
 */
export const readSubstitutes = async (
	client: OdooClient,
	shortages: readonly Shortage[],
	substitution: Substitution,
): Promise<ReadonlyMap<number, Proposal>> => {
	if (substitution === 'none' || shortages.length === 0) return new Map();
	const short = await client.read(
		product,
		PRODUCT_FIELDS,
		shortages.map((shortage) => shortage.product),
	);
	const templateOf = new Map(
		short.map(({ id, product_tmpl_id: template }) => [id, template?.id ?? 0]),
	);
	const related = await relatedTemplates(client, [...new Set(templateOf.values())], substitution);
	const templates = [...new Set([...related.values()].flat())];
	const candidates = await client.searchIn(product, PRODUCT_FIELDS, 'product_tmpl_id', templates);
	const known = new Map([...short, ...candidates].map((item) => [item.id, item]));
	const grains = await readGrains(client, [...known.values()]);
	const stock = await readStock(
		client,
		shortages.map(({ place }) => place),
		grains,
	);
	const unitOf = (id: number) => known.get(id)?.uom_id;
	const proposals = proposeSubstitutes(shortages, {
		candidatesOf: (id) => {
			const allowed = new Set(related.get(templateOf.get(id) ?? 0));
			return candidates
				.filter(({ product_tmpl_id: template }) => allowed.has(template?.id ?? 0))
				.map((item) => item.id);
		},
		freeAt: stock.freeAt,
		convert: (quantity, from, to) => {
			const [one, other] = [grains.get(from), grains.get(to)];
			if (!one || !other || unitOf(from)?.id !== unitOf(to)?.id) return null;
			return roundTo(divide(multiply(exact(quantity), one), other), 0);
		},
	});
	return new Map(
		[...proposals].map(([line, proposal]) => {
			const reference = {
				id: proposal.product,
				name: known.get(proposal.product)?.display_name ?? '',
			};
			const grain = grains.get(proposal.product) ?? exact(1);
			return [line, { ...proposal, reference, grain, unit: unitOf(proposal.product)?.name ?? '' }];
		}),
	);
};
