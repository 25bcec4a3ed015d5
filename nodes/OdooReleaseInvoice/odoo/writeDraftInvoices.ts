import { z } from 'zod';

import { invoicingGroups, type InvoicingGroup } from '../core/invoicingGroups';
import type { DecidedOrder } from '../core/sharedDrafts';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import { settle, type Failures } from './settle';
import { answerIn } from '../../shared/odoo/unexpectedAnswer';

const created = z.array(z.number()).nonempty();

/** Since Odoo 17 the wizard can make an invoice for each order. */
const FIRST_WITH_SEPARATE_INVOICES = 17;
const FIRST_JOINING_BY_ADDRESS = 19;

/**
 * Makes the draft invoices by Odoo's own wizard: two calls for all orders that are invoiced in the same way.
 * @returns why an order was not invoiced
 */
export const writeDraftInvoices = async (
	client: OdooClient,
	released: readonly DecidedOrder[],
): Promise<Failures> => {
	const { version } = await client.session();
	const groups = invoicingGroups(released, {
		batchSize: client.batchSize,
		joinsByAddress: version >= FIRST_JOINING_BY_ADDRESS,
	});
	const failures: (readonly [number, OdooError])[] = [];
	for (const group of groups) failures.push(...(await runWizard(client, version, group)));
	return new Map(failures);
};

const runWizard = async (
	client: OdooClient,
	version: number,
	group: InvoicingGroup,
): Promise<Failures> =>
	await settle(client, group.orderIds, {
		atOnce:
			version < FIRST_WITH_SEPARATE_INVOICES && !group.consolidates ? 1 : group.orderIds.length,
		act: async (orderIds) => {
			const context = {
				active_model: 'sale.order',
				active_ids: orderIds,
				active_id: orderIds[0] ?? 0,
			};
			const wizard = await client.call('sale.advance.payment.inv', 'create', {
				args: { vals_list: [wizardValues(version, orderIds, group)] },
				context,
			});
			await client.call('sale.advance.payment.inv', 'create_invoices', {
				ids: answerIn('sale.advance.payment.inv.create', created, wizard),
				context,
			});
		},
		pending: async (orderIds) => await readOrdersToInvoice(client, orderIds),
	});

const wizardValues = (
	version: number,
	orderIds: readonly number[],
	{ consolidates, deducts }: InvoicingGroup,
) => ({
	advance_payment_method: 'delivered',
	deduct_down_payments: deducts,
	...(version >= 16 ? { sale_order_ids: [[6, 0, orderIds]] } : {}),
	...(version >= FIRST_WITH_SEPARATE_INVOICES ? { consolidated_billing: consolidates } : {}),
});

/** The orders of these that still have something to invoice. */
const readOrdersToInvoice = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<number[]> => {
	const lines = await client.searchIn(saleOrderLine, ['id', 'order_id'], 'order_id', orderIds, [
		['qty_to_invoice', '!=', 0],
		['is_downpayment', '=', false],
	]);
	const open = new Set(lines.map(({ order_id: order }) => order?.id));
	return orderIds.filter((id) => open.has(id));
};
