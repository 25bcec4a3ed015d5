import { OdooClient } from '../../nodes/shared/odoo/OdooClient';
import type { OdooTransport } from '../../nodes/shared/odoo/OdooTransport';
import { isRead } from '../../nodes/shared/odoo/protocol/answers';
import { axiosTransport } from '../support/axiosExchange';
import { uniqueName, type creditScene } from './creditScene';
import { realHost } from '../support/hosts';
import { liveOdoo } from '../support/liveOdoo';

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
	scene: ReturnType<typeof creditScene>,
	{
		customers,
		orders,
		confirmed = 0,
	}: { readonly customers: number; readonly orders: number; readonly confirmed?: number },
) => {
	const partners = await scene.create(
		'res.partner',
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
		late.map((partner_id) => ({
			move_type: 'out_invoice',
			partner_id,
			invoice_date: '2026-01-05',
			invoice_date_due: '2026-01-10',
			invoice_payment_term_id: false,
			invoice_line_ids: [
				[0, 0, { name: 'Goods', quantity: 1, price_unit: 20, tax_ids: [[6, 0, []]] }],
			],
		})),
	);
	await scene.call('account.move', 'action_post', debts);
	const made: number[] = [];
	for (let start = 0; start < orders; start += 250)
		made.push(
			...(await scene.create(
				'sale.order',
				Array.from({ length: Math.min(250, orders - start) }, (_one, index) => ({
					partner_id: partners[(start + index) % customers] ?? 0,
					order_line: [[0, 0, { product_id: item, product_uom_qty: 1, price_unit: 80 }]],
				})),
			)),
		);
	if (confirmed > 0)
		await scene.call(
			'sale.order',
			'action_confirm',
			made.filter((_one, index) => index % 10 === 1).slice(0, confirmed),
		);
	return { partners, orders: made };
};
