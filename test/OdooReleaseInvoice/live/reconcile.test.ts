import schema from '../../../nodes/OdooReleaseInvoice/__schema__/v1.0.0/reconcile.json';
import { OdooReleaseInvoice } from '../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { runNode } from '../../support/engine';
import { codesOf, releaseLive, type ReleasedItem } from '../invoicingRun';
import { invoicingScene } from '../invoicingScene';
import { liveOdoo } from '../../support/liveOdoo';
import { schemaMisfits } from '../../support/schemaFit';

jest.setTimeout(300_000);

const scene = invoicingScene();

/** Every mismatch of these orders, by order. The database is full of others. */
const reconcile = async (orders: readonly number[], slaDays: number) => {
	const { outputs, error } = await runNode({
		type: new OdooReleaseInvoice(),
		parameters: { operation: 'reconcile', slaDays, lookBackDays: 1 },
		input: [{ json: { hour: 6 } }],
		credentials: { odooOrderToCashApi: liveOdoo().credential },
	});
	expect(error).toBeUndefined();
	const [released = [], held = [], summary = []] = outputs;
	expect(released).toEqual([]);
	expect(summary).toMatchObject([
		{ json: { hour: 6, reconciliation: { mismatches: held.length } }, pairedItem: { item: 0 } },
	]);
	expect(held.flatMap(({ json }) => schemaMisfits(schema, 'invoice', json.invoice))).toEqual([]);
	const items = held.map(({ json }) => json as never as ReleasedItem);
	return orders.map((id) => items.filter(({ order }) => order.id === id).flatMap(codesOf));
};

const daysAgo = (days: number) =>
	new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19).replace('T', ' ');

describe('shipped against invoiced', () => {
	it('finds what is late, what was invoiced too early, old drafts and mismatches, and nothing else', async () => {
		const customer = await scene.customer();
		const product = await scene.product('delivery');
		const [late = 0, fresh = 0, invoiced = 0, over = 0, drafted = 0] = await scene.orders(
			customer,
			Array.from({ length: 5 }, () => [{ product, quantity: 4 }]),
		);
		const early = await scene.order(customer, [
			{ product: await scene.product('order'), quantity: 4 },
		]);
		const shipped = await scene.ship([late]);
		await scene.write('stock.picking', shipped, { date_done: daysAgo(5) });
		await scene.ship([fresh, invoiced, drafted]);
		await scene.ship([over], 6);
		await releaseLive([invoiced]);
		await releaseLive([early], { milestone: 'onOrder' });
		await scene.draft([drafted]);
		const orders = [late, fresh, invoiced, over, drafted, early];
		expect(await reconcile(orders, 2)).toEqual([
			['shippedNotInvoiced'],
			[],
			[],
			['quantityMismatch'],
			[],
			['invoicedNotShipped'],
		]);
	});
});
