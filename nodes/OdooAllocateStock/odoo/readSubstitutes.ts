import { z } from 'zod';

import { indexBy, unique } from '../../shared/core/collections';
import { divide, exact, multiply, roundTo, type Exact } from '../../shared/core/exact';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { Reference } from '../../shared/odoo/records/fields';
import { product, productTemplate } from '../../shared/odoo/records/product';
import type { RecordOf } from '../../shared/odoo/records/record';
import type { Shortage } from '../core/promise';
import { proposeSubstitutes, type Substitute } from '../core/substitutes';
import { readGrains } from './readProductUnits';
import { readStock } from './readStock';
import type { Substitution } from './settings';
import { answerIn } from '../../shared/odoo/unexpectedAnswer';

export interface Proposal extends Substitute {
	readonly reference: Reference;
	readonly grain: Exact;
	readonly unit: string;
}

const PRODUCT_FIELDS = ['id', 'display_name', 'product_tmpl_id', 'uom_id'] as const;
type ProductRecord = RecordOf<typeof product, (typeof PRODUCT_FIELDS)[number]>;

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
	const rows = answerIn(
		`${productTemplate.model}.read`,
		relatedRows,
		await client.call(productTemplate.model, 'read', { ids: templateIds, args }),
	);
	return new Map(
		rows.map((row) => [
			row.id,
			answerIn(`${productTemplate.model}.read`, relatedIds, row[substitution]),
		]),
	);
};

interface Candidates {
	readonly known: ReadonlyMap<number, ProductRecord>;
	/** Products that may stand in for one, in Odoo's order. */
	readonly of: (product: number) => readonly number[];
}

const templateOf = (one: ProductRecord | undefined): number => one?.product_tmpl_id?.id ?? 0;

const readCandidates = async (
	client: OdooClient,
	productIds: readonly number[],
	substitution: Exclude<Substitution, 'none'>,
): Promise<Candidates> => {
	const short = await client.read(product, PRODUCT_FIELDS, productIds);
	const related = await relatedTemplates(client, unique(short.map(templateOf)), substitution);
	const templates = unique([...related.values()].flat());
	const found = await client.searchIn(product, PRODUCT_FIELDS, 'product_tmpl_id', templates);
	const known = indexBy([...short, ...found], ({ id }) => id);
	return {
		known,
		of: (id) => {
			const allowed = new Set(related.get(templateOf(known.get(id))));
			return found.filter((one) => allowed.has(templateOf(one))).map((one) => one.id);
		},
	};
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
	const short = shortages.map((shortage) => shortage.product);
	const { known, of: candidatesOf } = await readCandidates(client, short, substitution);
	const grains = await readGrains(client, [...known.values()]);
	const places = shortages.map(({ place }) => place);
	const { freeAt } = await readStock(client, places, grains);
	const unitOf = (id: number) => known.get(id)?.uom_id;
	const convert = (quantity: number, from: number, to: number): number | null => {
		const [one, other] = [grains.get(from), grains.get(to)];
		if (!one || !other || unitOf(from)?.id !== unitOf(to)?.id) return null;
		return roundTo(divide(multiply(exact(quantity), one), other), 0);
	};
	const toProposal = (substitute: Substitute): Proposal => ({
		...substitute,
		reference: {
			id: substitute.product,
			name: known.get(substitute.product)?.display_name ?? '',
		},
		grain: grains.get(substitute.product) ?? exact(1),
		unit: unitOf(substitute.product)?.name ?? '',
	});
	const proposals = proposeSubstitutes(shortages, { candidatesOf, freeAt, convert });
	return new Map([...proposals].map(([line, found]) => [line, toProposal(found)]));
};
