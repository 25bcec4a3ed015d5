import type { OdooClient } from '../../shared/odoo/OdooClient';
import { id, text } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import { differingTaxes } from '../core/draftDifferences';
import type { OrderLineFacts } from '../core/facts';
import type { InvoiceFacts } from '../core/invoiceFacts';

const tax = defineRecord('account.tax', { id, name: text });

/** The names of the taxes in which drafts differ from their orders; no call where none does. */
export const readTaxNames = async (
	client: OdooClient,
	linesOf: ReadonlyMap<number, readonly OrderLineFacts[]>,
	invoicesOf: ReadonlyMap<number, readonly InvoiceFacts[]>,
): Promise<ReadonlyMap<number, string>> => {
	const differing = [...linesOf].flatMap(([orderId, lines]) =>
		differingTaxes(lines, invoicesOf.get(orderId) ?? []),
	);
	const found = await client.read(tax, ['id', 'name'], differing);
	return new Map(found.map(({ id: key, name }) => [key, name]));
};
