import { z } from 'zod';

import type { Transfer } from '../core/facts';
import type { InvoicingNeeds } from '../core/needs';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { groupValues } from '../../shared/core/collections';
import { dayIn, toIso } from '../../shared/core/time';
import { id } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import { picking } from '../../shared/odoo/records/stock';
import { readDocuments } from './readDocuments';

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
const DIRECTIONS: ReadonlyMap<string, Transfer['direction']> = new Map([
	['outgoing', 'delivery'],
	['dropship', 'delivery'],
	['incoming', 'return'],
]);

const NO_DOCUMENTS: ReadonlyMap<number, readonly string[]> = new Map();

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
	const [documents, carrierStatus] = await Promise.all([
		needs.attachments ? readDocuments(client, ids) : NO_DOCUMENTS,
		readCarrierStatus(client, ids, needs.carrierStatusField),
	]);
	const ofOrders = found.flatMap((record) => {
		const direction = DIRECTIONS.get(record.picking_type_code);
		if (!direction || !record.sale_id) return [];
		const doneAt = record.state === 'done' ? toIso(record.date_done) : null;
		const transfer: Transfer = {
			id: record.id,
			name: record.name,
			direction,
			state: record.state === 'done' ? 'done' : 'open',
			doneAt,
			doneOn: doneAt === null ? null : dayIn(timeZone, doneAt),
			signed: record.is_signed,
			documents: documents.get(record.id) ?? [],
			carrierStatus: carrierStatus.get(record.id) ?? null,
			company: record.company_id,
		};
		return [{ orderId: record.sale_id.id, transfer }];
	});
	return groupValues(
		ofOrders,
		({ orderId }) => orderId,
		({ transfer }) => transfer,
	);
};

const readCarrierStatus = async (
	client: OdooClient,
	transferIds: readonly number[],
	field: string | null,
): Promise<ReadonlyMap<number, string | null>> => {
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
