import { z } from 'zod';

import { chunksOf } from '../batches';
import type { OdooClient } from '../OdooClient';
import { flag, ids, many2one, number, optionalText, text } from '../records/fields';
import { defineRecord, type RecordOf } from '../records/record';
import { SEARCH_SIZE } from './orders';
import type { CustomerFields } from './settings';

const shape = {
	name: text,
	active: flag,
	commercial_partner_id: many2one,
	parent_id: many2one,
	category_id: ids,
	country_id: many2one,
	credit_limit: number,
	use_partner_credit_limit: flag,
	property_payment_term_id: many2one,
	trust: optionalText,
} as const;

export type PartnerRow = RecordOf<ReturnType<typeof defineRecord<typeof shape>>> & {
	/** Fields that the policy names, as Odoo gave them. */
	readonly named: { readonly [field: string]: unknown };
};

/** Partners with all partners above them, the debtor among those, as one company sees them. */
export const readPartners = async (
	client: OdooClient,
	partnerIds: readonly number[],
	{ wanted, riskClass, brokenPromises }: CustomerFields,
): Promise<ReadonlyMap<number, PartnerRow>> => {
	const extra = [
		...new Set([
			...wanted.map(({ field }) => field),
			...(riskClass ? [riskClass] : []),
			...(brokenPromises ? [brokenPromises] : []),
		]),
	];
	const type = defineRecord('res.partner', {
		...Object.fromEntries(extra.map((field) => [field, z.unknown()])),
		...shape,
	});
	const fields = [...new Set([...Object.keys(shape), ...extra])] as (keyof typeof shape)[];
	const found = await client.parallel(
		chunksOf([...new Set(partnerIds)], SEARCH_SIZE),
		async (chunk) =>
			await client.search(type, fields, [['id', 'parent_of', chunk]], {
				context: { active_test: false },
			}),
	);
	return new Map(found.flat().map((row) => [row.id, { ...row, named: row }]));
};
