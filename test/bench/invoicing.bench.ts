import { releaseOrders } from '../../nodes/OdooReleaseInvoice/releaseOrders';
import { axiosClient } from '../support/axiosExchange';
import { cutClient } from '../support/cutOdoo';
import { aRun } from '../OdooReleaseInvoice/invoicingOrder';
import { invoicingScene, type InvoicingScene } from '../OdooReleaseInvoice/invoicingScene';
import type { BenchContext, BenchReport } from './report';

const ORDERS = 50;

const run = aRun();

const deliveredOrders = async (scene: InvoicingScene): Promise<number[]> => {
	const product = await scene.product('delivery');
	const orders = await scene.orders(
		await scene.customer(),
		Array.from({ length: ORDERS }, () => [{ product, quantity: 1 }]),
	);
	await scene.ship(orders);
	return orders;
};

/** Orders released in one run of the node, beside the same number in a run for each, as an item loop would. */
export default async function bench({ odoo }: BenchContext): Promise<BenchReport> {
	const { admin, user } = await odoo();
	const scene = invoicingScene(axiosClient(admin));
	const measure = async (
		work: (
			client: ReturnType<typeof cutClient>['client'],
			orders: readonly number[],
		) => Promise<unknown>,
	) => {
		const orders = await deliveredOrders(scene);
		const { client, calls } = cutClient(user);
		const began = performance.now();
		await work(client, orders);
		return { ms: performance.now() - began, calls: calls.length };
	};
	const together = await measure(
		async (client, orders) => await releaseOrders(client, orders, run),
	);
	const apart = await measure(async (client, orders) => {
		for (const order of orders) await releaseOrders(client, [order], run);
	});
	return {
		name: 'Releasing invoices',
		setting: `${ORDERS} delivered orders, gate, notes and posting included; once`,
		figures: [
			{
				what: 'in one run',
				value: together.ms,
				unit: 'ms',
				ratio: { to: 'order by order', value: together.ms / apart.ms },
			},
			{ what: 'order by order', value: apart.ms, unit: 'ms' },
			{
				what: 'calls in one run',
				value: together.calls,
				unit: 'calls',
				ratio: { to: 'order by order', value: together.calls / apart.calls },
			},
			{ what: 'calls order by order', value: apart.calls, unit: 'calls' },
		],
	};
}
