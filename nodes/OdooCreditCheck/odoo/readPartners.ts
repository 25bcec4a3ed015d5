import { z } from 'zod';

import type { CustomerFields } from '../core/settings';
import type { CreditLimit } from '../../shared/ledger/core/creditLimit';
import { LIMIT_FIELDS, toCreditLimit } from '../../shared/ledger/odoo/toCreditLimit';
import { chunksOf, SEARCH_SIZE } from '../../shared/odoo/batches';
import type { OdooDomain } from '../../shared/odoo/domain';
import { domainIn } from '../../shared/odoo/fieldNames';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { flag, ids, many2one, number, text } from '../../shared/odoo/records/fields';
import {
	defineRecord,
	fieldsToRead,
	parseRecords,
	type RecordOf,
} from '../../shared/odoo/records/record';
import { answerIn } from '../../shared/odoo/unexpectedAnswer';

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
} as const;

const FIELDS = [
	'name',
	'active',
	'commercial_partner_id',
	'parent_id',
	'category_id',
	'country_id',
	...LIMIT_FIELDS,
	'property_payment_term_id',
] as const;

export type PartnerRow = RecordOf<ReturnType<typeof defineRecord<typeof shape>>> & {
	readonly limit: CreditLimit;
	/** Fields that the policy names, as Odoo gave them. */
	readonly named: { readonly [field: string]: unknown };
};

/** Partners with all partners above them, the debtor among those, as one company sees them. */
export const readPartners = async (
	client: OdooClient,
	partnerIds: readonly number[],
	fields: CustomerFields,
): Promise<ReadonlyMap<number, PartnerRow>> => {
	const found = await client.parallel(
		chunksOf([...new Set(partnerIds)], SEARCH_SIZE),
		async (chunk) => await searchPartners(client, fields, [['id', 'parent_of', chunk]]),
	);
	return new Map(found.flat().map((row) => [row.id, row]));
};

/** Archived ones too. */
export const searchPartners = async (
	client: OdooClient,
	{ wanted, riskClass, brokenPromises }: CustomerFields,
	domain: OdooDomain,
): Promise<PartnerRow[]> => {
	const extra = [...wanted.map(({ field }) => field), riskClass, brokenPromises].flatMap(
		(field) => field ?? [],
	);
	const { version } = await client.session();
	const type = defineRecord('res.partner', shape);
	const answer = await client.call('res.partner', 'search_read', {
		args: {
			domain: domainIn(version, 'res.partner', domain),
			fields: [...new Set([...fieldsToRead(version, type, Object.keys(shape)), ...extra])],
		},
		context: { active_test: false },
	});
	const named = answerIn('res.partner.search_read', z.array(z.record(z.unknown())), answer);
	const rows = parseRecords(version, type, FIELDS, answer);
	return rows.map((row, index) => ({
		...row,
		limit: toCreditLimit(version, row),
		named: named[index] ?? {},
	}));
};
