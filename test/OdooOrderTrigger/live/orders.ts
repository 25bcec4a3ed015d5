import { sleep } from 'n8n-workflow';

import type { OdooClient, OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { makeCustomer } from '../../support/scene/customers';
import { openTransfers, validate } from '../../support/scene/deliveries';
import { draftInvoices, post } from '../../support/scene/invoices';
import { uniqueName } from '../../support/scene/names';
import { confirm, quote } from '../../support/scene/orders';
import { pay } from '../../support/scene/payments';
import { makeProducts } from '../../support/scene/products';
import { idsOf, recordsOf } from '../../support/scene/records';

export interface Scene {
	readonly customerId: number;
	readonly productId: number;
	/** A product without any stock. */
	readonly storableId: number;
	/** Makes quotations of one line each. */
	readonly quotations: (count: number, values?: OdooValues) => Promise<number[]>;
	readonly confirm: (orderIds: readonly number[]) => Promise<unknown>;
	readonly deliver: (orderIds: readonly number[]) => Promise<unknown>;
	/** @param values written to the drafts before they are posted */
	readonly invoice: (orderIds: readonly number[], values?: OdooValues) => Promise<number[]>;
	readonly pay: (invoiceId: number) => Promise<void>;
	readonly pause: (seconds: number) => Promise<void>;
}

/** A customer and a stocked product of this test's own, and what people do with orders. */
export const makeScene = async (admin: OdooClient, word: string): Promise<Scene> => {
	const odoo = recordsOf(admin);
	const name = uniqueName(word);
	const customerId = await makeCustomer(odoo, { name, is_company: true });
	const common = { invoice_policy: 'delivery', list_price: 10 };
	const [productId = 0, storableId = 0] = await makeProducts(odoo, [
		{ name, default_code: `SKU-${name}`, ...common },
		{ name: `${name} scarce`, is_storable: true, ...common },
	]);
	return {
		customerId,
		productId,
		storableId,
		quotations: async (count, values = {}) =>
			await quote(
				odoo,
				Array.from({ length: count }, () => ({
					customer: customerId,
					lines: [{ product: productId, quantity: 2, price: 10 }],
					values,
				})),
			),
		confirm: async (orderIds) => await confirm(odoo, orderIds),
		deliver: async (orderIds) => await validate(odoo, idsOf(await openTransfers(odoo, orderIds))),
		invoice: async (orderIds, values = {}) => {
			await draftInvoices(odoo, orderIds, { consolidated_billing: false });
			const invoices = idsOf(
				await odoo.find('account.move', [['line_ids.sale_line_ids.order_id', 'in', [...orderIds]]]),
			);
			if (Object.keys(values).length > 0) await odoo.write('account.move', invoices, values);
			await post(odoo, invoices);
			return invoices;
		},
		pay: async (invoiceId) => await pay(odoo, invoiceId),
		pause: async (seconds) => await sleep(seconds * 1000),
	};
};
