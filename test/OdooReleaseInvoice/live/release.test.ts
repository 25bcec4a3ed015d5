import { codesOf, releaseLive } from '../invoicingRun';
import { schemaMisfits } from '../../support/schemaFit';
import schema from '../../../nodes/OdooReleaseInvoice/__schema__/v1.0.0/release.json';
import { invoicingScene } from '../invoicingScene';

jest.setTimeout(300_000);

const scene = invoicingScene();

describe('a delivered order', () => {
	it('is invoiced and posted for what was delivered, and noted on the order and the invoice', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 5 },
		]);
		await scene.ship([order]);
		const { released } = await releaseLive([order]);
		const invoices = await scene.invoices([order]);
		expect(invoices).toMatchObject([{ state: 'posted', move_type: 'out_invoice' }]);
		expect(released).toMatchObject([
			{
				order: { id: order },
				invoice: {
					decision: 'released',
					invoices: [
						{
							id: invoices[0]?.id,
							number: invoices[0]?.name,
							state: 'posted',
							total: invoices[0]?.amount_total,
							due: invoices[0]?.amount_residual,
						},
					],
					gate: { ordered: 5, delivered: 5, invoiced: 5 },
				},
			},
		]);
		expect(schemaMisfits(schema, 'invoice', released[0]?.invoice)).toEqual([]);
		expect(await scene.notes('sale.order', [order])).toHaveLength(1);
		expect(await scene.notes('account.move', [invoices[0]?.id ?? 0])).toHaveLength(1);
	});

	it('gives the same answer a second time, and nothing is written', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 2 },
		]);
		await scene.ship([order]);
		const first = await releaseLive([order]);
		const before = await scene.find(
			'sale.order',
			[['id', '=', order]],
			['write_date', 'message_ids'],
		);
		const second = await releaseLive([order]);
		expect(second.released[0]?.invoice.invoices).toEqual(first.released[0]?.invoice.invoices);
		expect(await scene.invoices([order])).toHaveLength(1);
		expect(
			await scene.find('sale.order', [['id', '=', order]], ['write_date', 'message_ids']),
		).toEqual(before);
	});

	it('is only decided on in a dry run', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 2 },
		]);
		await scene.ship([order]);
		const { released } = await releaseLive([order], { dryRun: true });
		expect(released).toMatchObject([
			{ invoice: { decision: 'released', invoices: [], dryRun: true } },
		]);
		expect(await scene.invoices([order])).toEqual([]);
		expect(await scene.notes('sale.order', [order])).toEqual([]);
	});
});

describe('an order that is not delivered', () => {
	it('has nothing to invoice when Odoo invoices its product by delivery', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 2 },
		]);
		const { nothing } = await releaseLive([order]);
		expect(nothing.map(codesOf)).toEqual([['notShipped']]);
	});

	it('is held when Odoo invoices its product by order, and invoiced on order when the policy says so', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('order'), quantity: 2 },
		]);
		const { held } = await releaseLive([order]);
		expect(held.map(codesOf)).toEqual([['notShipped']]);
		expect(await scene.invoices([order])).toEqual([]);
		const { released } = await releaseLive([order], { milestone: 'onOrder' });
		expect(released).toMatchObject([{ invoice: { invoices: [{ state: 'posted' }] } }]);
	});
});

describe('a draft that is there already', () => {
	it('is adopted and posted, not made again', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 3 },
		]);
		await scene.ship([order]);
		await scene.draft([order]);
		const [draft] = await scene.invoices([order]);
		const { released } = await releaseLive([order]);
		expect(released).toMatchObject([
			{ invoice: { invoices: [{ id: draft?.id, state: 'posted' }] } },
		]);
		expect(await scene.invoices([order])).toMatchObject([{ id: draft?.id, state: 'posted' }]);
	});
});
