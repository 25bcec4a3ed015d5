import { z } from 'zod';

import type { Transfer } from '../core/facts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { dayIn, toIso } from '../../shared/core/time';
import { id, number } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import { picking } from '../../shared/odoo/records/stock';
import type { InvoicingNeeds } from './readInvoicing';

const attachment = defineRecord('ir.attachment', { id, res_id: number });

const FIELDS = [
	'id',
	'name',
	'state',
	'sale_id',
	'company_id',
	'date_done',
	'is_signed',
	'picking_type_code',
] as const;

/** The steps inside the warehouse (pick, pack) are neither. */
const DIRECTIONS: { readonly [code: string]: Transfer['direction'] } = {
	outgoing: 'delivery',
	dropship: 'delivery',
	incoming: 'return',
};

/** Deliveries and returns of each order that are not cancelled. */
export const readTransfers = async (
	client: OdooClient,
	orderIds: readonly number[],
	needs: InvoicingNeeds,
): Promise<ReadonlyMap<number, Transfer[]>> => {
	const found = await client.searchIn(picking, FIELDS, 'sale_id', orderIds, [
		['state', '!=', 'cancel'],
	]);
	const { timeZone } = await client.session();
	const ids = found.map(({ id: key }) => key);
	const [attachments, carrierStatus] = await Promise.all([
		countAttachments(client, ids, needs),
		readCarrierStatus(client, ids, needs),
	]);
	const transfersOf = new Map<number, Transfer[]>();
	for (const record of found) {
		const direction = DIRECTIONS[record.picking_type_code];
		if (!direction || !record.sale_id) continue;
		const doneAt = record.state === 'done' ? toIso(record.date_done) : null;
		const transfer: Transfer = {
			id: record.id,
			name: record.name,
			direction,
			state: record.state === 'done' ? 'done' : 'open',
			doneAt,
			doneOn: doneAt === null ? null : dayIn(timeZone, doneAt),
			signed: record.is_signed,
			attachments: attachments.get(record.id) ?? 0,
			carrierStatus: carrierStatus.get(record.id) ?? null,
			companyId: record.company_id?.id ?? 0,
		};
		transfersOf.set(record.sale_id.id, [...(transfersOf.get(record.sale_id.id) ?? []), transfer]);
	}
	return transfersOf;
};

const countAttachments = async (
	client: OdooClient,
	transferIds: readonly number[],
	needs: InvoicingNeeds,
): Promise<ReadonlyMap<number, number>> => {
	const counts = new Map<number, number>();
	if (!needs.attachments) return counts;
	const found = await client.searchIn(attachment, ['id', 'res_id'], 'res_id', transferIds, [
		['res_model', '=', 'stock.picking'],
	]);
	for (const { res_id: transferId } of found)
		counts.set(transferId, (counts.get(transferId) ?? 0) + 1);
	return counts;
};

const readCarrierStatus = async (
	client: OdooClient,
	transferIds: readonly number[],
	needs: InvoicingNeeds,
): Promise<ReadonlyMap<number, string | null>> => {
	const field = needs.carrierStatusField;
	if (field === null) return new Map();
	const withStatus = defineRecord('stock.picking', { id, [field]: z.unknown() });
	const found = await client.read(withStatus, ['id', field], transferIds);
	return new Map(found.map((record) => [record.id, statusText(record[field])]));
};

const selected = z.union([
	z.string(),
	z.tuple([z.number(), z.string()]).transform(([, name]) => name),
]);

/** A text, a selection, or the name behind a many2one. */
const statusText = (value: unknown): string | null => {
	const parsed = selected.safeParse(value);
	return parsed.success ? parsed.data : null;
};
