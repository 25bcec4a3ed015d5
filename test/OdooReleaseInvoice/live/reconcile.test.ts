import schema from '../../../nodes/OdooReleaseInvoice/__schema__/v1.0.0/reconcile.json';
import { OdooReleaseInvoice } from '../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { runNode } from '../../support/engine';
import { codesOf, releaseLive, type ReleasedItem } from '../invoicingRun';
import { historyScene } from '../historyScene';
import { liveOdoo } from '../../support/liveOdoo';
import { sqlRun } from '../../support/scene/sql';
import { schemaMisfits } from '../../support/schemaFit';

jest.setTimeout(300_000);

const scene = historyScene();

/** Every mismatch of these orders, by order. The database is full of others. */
const reconcile = async (orders: readonly number[], slaDays: number, lookBackDays = 1) => {
	const { outputs, error } = await runNode({
		type: new OdooReleaseInvoice(),
		parameters: { operation: 'reconcile', slaDays, lookBackDays },
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

/** Everything about these orders, but their transfers, is of last year. */
const longAgo = async (orders: readonly number[]) => {
	const ids = orders.join();
	const of = `(SELECT id FROM sale_order_line WHERE order_id IN (${ids}))`;
	const age = "- interval '400 days'";
	const invoiceLines = `(SELECT invoice_line_id FROM sale_order_line_invoice_rel WHERE order_line_id IN ${of})`;
	await sqlRun(
		scene,
		[
			`UPDATE sale_order SET write_date = write_date ${age}, date_order = date_order ${age} WHERE id IN (${ids})`,
			`UPDATE sale_order_line SET write_date = write_date ${age} WHERE id IN ${of}`,
			`UPDATE account_move SET create_date = create_date ${age} WHERE id IN (SELECT move_id FROM account_move_line WHERE id IN ${invoiceLines})`,
			`UPDATE account_move_line SET create_date = create_date ${age} WHERE id IN ${invoiceLines}`,
		].join('; '),
	);
};

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

	it('finds a delivery that did not touch its order', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 4 },
		]);
		const shipped = await scene.ship([order]);
		await longAgo([order]);
		await scene.write('stock.picking', shipped, { date_done: daysAgo(5) });
		await longAgo([order]);
		expect(await reconcile([order], 2, 10)).toEqual([['shippedNotInvoiced']]);
		expect(await reconcile([order], 2, 3)).toEqual([[]]);
	});

	it('finds what was left undone, however long ago', async () => {
		const customer = await scene.customer();
		const product = await scene.goods();
		const [waiting = 0, promised = 0, drafted = 0, paidDown = 0, deducted = 0] = await scene.orders(
			customer,
			Array.from({ length: 5 }, () => [{ product, quantity: 4, price: 100 }]),
		);
		await scene.write('sale.order', [promised], { commitment_date: daysAgo(-5) });
		await scene.ship([drafted]);
		await scene.draft([drafted]);
		for (const order of [paidDown, deducted])
			await scene.payDown(order, { advance_payment_method: 'fixed', fixed_amount: 100 });
		await scene.ship([paidDown, deducted]);
		await scene.bill(paidDown);
		await releaseLive([deducted]);
		const orders = [waiting, promised, drafted, paidDown, deducted];
		await longAgo(orders);
		expect(await reconcile(orders, 2)).toEqual([
			['notDelivered'],
			[],
			['draftNotPosted'],
			['downPaymentNotDeducted'],
			[],
		]);
	});
});
