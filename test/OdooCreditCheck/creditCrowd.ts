import { OdooClient } from '../../nodes/shared/odoo/OdooClient';
import type { OdooTransport } from '../../nodes/shared/odoo/OdooTransport';
import { isRead } from '../../nodes/shared/odoo/protocol/answers';
import { axiosTransport } from '../support/axiosExchange';
import type { CreditScene } from './creditScene';
import { uniqueName } from '../support/scene/names';
import { realHost } from '../support/hosts';
import { liveOdoo } from '../support/liveOdoo';
import { makeCustomers } from '../support/scene/customers';
import { invoiceOf, post } from '../support/scene/invoices';
import { confirm, quote } from '../support/scene/orders';

/** A client of the pipeline's user that lists what it calls. */
export const countingClient = (real: OdooTransport = axiosTransport(liveOdoo().user)) => {
	const calls: string[] = [];
	const transport: OdooTransport = {
		version: real.version,
		userId: real.userId,
		async call(model, method, call) {
			calls.push(`${model}.${method}`);
			return await real.call(model, method, call);
		},
	};
	const client = new OdooClient(transport, { host: realHost });
	const isOfSession = (name: string) =>
		name === 'res.users.context_get' || name === 'res.company.search_read';
	/** Reads of the node itself; the session is opened once for every node. */
	const reads = () =>
		calls.filter((name) => isRead(name.split('.').pop() ?? '') && !isOfSession(name));
	return { client, calls, reads };
};

/** Customers within, above and far behind their limit, with so many quotations each in turn, a few of them confirmed. */
export const crowd = async (
	scene: CreditScene,
	{
		customers,
		orders,
		confirmed = 0,
	}: { readonly customers: number; readonly orders: number; readonly confirmed?: number },
) => {
	const partners = await makeCustomers(
		scene,
		Array.from({ length: customers }, (_one, index) => ({
			name: uniqueName('Crowd'),
			is_company: true,
			credit_limit: index % 5 === 0 ? 150 : 5_000,
			property_payment_term_id: false,
		})),
	);
	const late = partners.filter((_one, index) => index % 10 === 1);
	const item = await scene.product();
	await scene.stock(item, 10_000);
	const debts = await scene.create(
		'account.move',
		late.map((partner) =>
			invoiceOf(partner, {
				amount: 20,
				values: { invoice_date: '2026-01-05', invoice_date_due: '2026-01-10' },
			}),
		),
	);
	await post(scene, debts);
	const made: number[] = [];
	for (let start = 0; start < orders; start += 250)
		made.push(
			...(await quote(
				scene,
				Array.from({ length: Math.min(250, orders - start) }, (_one, index) => ({
					customer: partners[(start + index) % customers] ?? 0,
					lines: [{ product: item, price: 80 }],
				})),
			)),
		);
	if (confirmed > 0)
		await confirm(scene, made.filter((_one, index) => index % 10 === 1).slice(0, confirmed));
	return { partners, orders: made };
};
