import { historyScene, outcomeOf } from '../historyScene';
import { releaseLive } from '../invoicingRun';

jest.setTimeout(300_000);

const scene = historyScene();

const ordered = async (quantity = 10, values = {}) =>
	await scene.order(await scene.customer(), [
		{ product: await scene.goods(values), quantity, price: 100 },
	]);

/** What a whole history billed, and what the last run said. */
const billedAfter = async (order: number, runs: number, parameters = {}) => {
	const said = [];
	for (let run = 0; run < runs; run += 1)
		said.push(outcomeOf(await releaseLive([order], parameters)));
	return { said, documents: await scene.documents(order), billed: await scene.billed(order) };
};

describe('a down payment is deducted by the time the rest is invoiced', () => {
	it('of 500, and the goods leave in two parts', async () => {
		const order = await ordered();
		await scene.payDown(order, { advance_payment_method: 'percentage', amount: 50 });
		await scene.ship([order], 7);
		await billedAfter(order, 1);
		await scene.ship([order]);
		const { documents } = await billedAfter(order, 2);
		expect(documents).toEqual([
			['out_invoice', 'posted', 500],
			['out_invoice', 'posted', 200],
			['out_invoice', 'posted', 300],
		]);
	});

	it('of a product that is invoiced by the order', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('order', { taxes_id: [[6, 0, []]] }), quantity: 10 },
		]);
		await scene.payDown(order, { advance_payment_method: 'percentage', amount: 50 });
		const { billed } = await billedAfter(order, 2, { milestone: 'onOrder' });
		expect(billed).toBe(1_000);
	});

	it('when the rest of an order is cancelled after a part was invoiced', async () => {
		const order = await ordered();
		await scene.payDown(order, { advance_payment_method: 'fixed', fixed_amount: 300 });
		await scene.ship([order], 6);
		await scene.bill(order);
		const [line] = await scene.orderLines([order]);
		await scene.write('sale.order.line', [line?.id ?? 0], { product_uom_qty: 6 });
		const open = await scene.transfers([order]);
		await scene.call('stock.picking', 'action_cancel', { ids: open.map(({ id }) => id) });
		const { said, documents } = await billedAfter(order, 1);
		expect({ said, documents }).toEqual({
			said: [{ released: 0, held: [['downPayment']], nothing: [], failed: [] }],
			documents: [
				['out_invoice', 'posted', 300],
				['out_invoice', 'posted', 600],
			],
		});
	});

	it('by a credit note when nothing else will be invoiced', async () => {
		const order = await ordered();
		await scene.payDown(order, { advance_payment_method: 'fixed', fixed_amount: 300 });
		const [line] = await scene.orderLines([order]);
		await scene.write('sale.order.line', [line?.id ?? 0], { product_uom_qty: 0 });
		const open = await scene.transfers([order]);
		await scene.call('stock.picking', 'action_cancel', { ids: open.map(({ id }) => id) });
		const { said, documents } = await billedAfter(order, 2, {
			options: { allowCreditNotes: true },
		});
		expect({ said, documents }).toEqual({
			said: Array(2).fill({ released: 1, held: [], nothing: [], failed: [] }),
			documents: [
				['out_invoice', 'posted', 300],
				['out_refund', 'posted', 300],
			],
		});
	});

	it('of a service delivered by hand, less than ordered', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.service('delivery'), quantity: 10, price: 100 },
		]);
		await scene.payDown(order, { advance_payment_method: 'fixed', fixed_amount: 300 });
		const [line] = await scene.orderLines([order]);
		await scene.write('sale.order.line', [line?.id ?? 0], { qty_delivered: 8 });
		const { documents } = await billedAfter(order, 1);
		expect(documents).toEqual([
			['out_invoice', 'posted', 300],
			['out_invoice', 'posted', 500],
		]);
	});

	it('beside a free service that is never delivered', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.goods(), quantity: 10, price: 100 },
			{ product: await scene.service('delivery'), quantity: 1, price: 0 },
		]);
		await scene.payDown(order, { advance_payment_method: 'fixed', fixed_amount: 300 });
		await scene.ship([order]);
		expect((await billedAfter(order, 2)).billed).toBe(1_000);
	});

	it('when one piece is missing within the tolerance', async () => {
		const order = await ordered(100);
		await scene.payDown(order, { advance_payment_method: 'fixed', fixed_amount: 300 });
		await scene.ship([order], 99);
		const open = await scene.transfers([order]);
		await scene.call('stock.picking', 'action_cancel', { ids: open.map(({ id }) => id) });
		const { billed } = await billedAfter(order, 2, {
			milestone: 'fullyShipped',
			options: { quantityTolerancePercent: 2 },
		});
		expect(billed).toBe(9_900);
	});

	it('of ninety percent, with a tax in the price', async () => {
		const [tax] = await scene.find(
			'account.tax',
			[
				['type_tax_use', '=', 'sale'],
				['name', '=', 'Included 20'],
			],
			[],
		);
		const included =
			tax?.id ??
			(await scene.one('account.tax', {
				name: 'Included 20',
				amount: 20,
				type_tax_use: 'sale',
				price_include_override: 'tax_included',
			}));
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.goods({ taxes_id: [[6, 0, [included]]] }), quantity: 10, price: 120 },
		]);
		await scene.payDown(order, { advance_payment_method: 'percentage', amount: 90 });
		await scene.ship([order]);
		const { said, billed } = await billedAfter(order, 1);
		expect({ said, billed }).toEqual({
			said: [{ released: 1, held: [], nothing: [], failed: [] }],
			billed: 1_200,
		});
	});
});

describe('what was credited as an allowance is not invoiced again', () => {
	it('when goods of another line came back', async () => {
		const [chair, desk] = [await scene.goods(), await scene.goods()];
		const order = await scene.order(await scene.customer(), [
			{ product: chair, quantity: 5, price: 100 },
			{ product: desk, quantity: 5, price: 200 },
		]);
		const [out = 0] = await scene.ship([order]);
		await releaseLive([order]);
		const [wizard = 0] = await scene.create('stock.return.picking', [{}], {
			active_id: out,
			active_ids: [out],
			active_model: 'stock.picking',
		});
		const lines = await scene.find(
			'stock.return.picking.line',
			[['wizard_id', '=', wizard]],
			['product_id'],
		);
		for (const { id, product_id: product } of lines)
			await scene.write('stock.return.picking.line', [id], {
				quantity: (product as [number])[0] === chair ? 1 : 0,
				to_refund: true,
			});
		const made = await scene.call('stock.return.picking', 'action_create_returns', {
			ids: [wizard],
		});
		await scene.validate([(made as { res_id: number }).res_id]);
		await releaseLive([order], { options: { allowCreditNotes: true } });
		const invoice = (await scene.invoices([order]))[0]?.id ?? 0;
		const note = await scene.reverse(invoice);
		const noted = await scene.invoiceLines(note);
		await scene.write('account.move', [note], {
			invoice_line_ids: noted
				.filter(({ product_id: product }) => (product as [number])[0] === chair)
				.map(({ id }) => [2, id, 0]),
		});
		await scene.post([note]);
		const { said, documents } = await billedAfter(order, 1);
		expect(said).toMatchObject([{ held: [['refundedBefore']] }]);
		expect(documents.filter(([type]) => type === 'out_invoice')).toHaveLength(1);
	});

	it('on the pieces that stayed, when one piece came back', async () => {
		const order = await ordered();
		const [out = 0] = await scene.ship([order]);
		await releaseLive([order]);
		await scene.giveBack(out, 1);
		await releaseLive([order], { options: { allowCreditNotes: true } });
		const note = await scene.reverse((await scene.invoices([order]))[0]?.id ?? 0);
		const [line] = await scene.invoiceLines(note);
		await scene.write('account.move', [note], {
			invoice_line_ids: [[1, line?.id ?? 0, { quantity: 9, price_unit: 5 }]],
		});
		await scene.post([note]);
		const { said, billed } = await billedAfter(order, 1);
		expect(said).toMatchObject([{ held: [['refundedBefore']] }]);
		expect(billed).toBe(855);
	});

	it('and what is delivered after it is invoiced', async () => {
		const order = await ordered();
		await scene.ship([order], 6);
		await releaseLive([order]);
		const note = await scene.reverse((await scene.invoices([order]))[0]?.id ?? 0);
		const [line] = await scene.invoiceLines(note);
		await scene.write('account.move', [note], {
			invoice_line_ids: [[1, line?.id ?? 0, { quantity: 1, price_unit: 1 }]],
		});
		await scene.post([note]);
		await scene.ship([order]);
		await scene.draft([order]);
		const draft = await scene.lastDraft(order);
		const [drafted] = await scene.invoiceLines(draft);
		await scene.write('account.move', [draft], {
			invoice_line_ids: [[1, drafted?.id ?? 0, { quantity: 4 }]],
		});
		const { said, billed } = await billedAfter(order, 1);
		expect(said).toMatchObject([{ released: 1 }]);
		expect(billed).toBe(999);
	});
});

describe('an order that is delivered in two steps', () => {
	const twoSteps = async (work: () => Promise<void>) => {
		const [warehouse] = await scene.find(
			'stock.warehouse',
			[['company_id', '=', 1]],
			['delivery_steps'],
		);
		await scene.write('stock.warehouse', [warehouse?.id ?? 0], { delivery_steps: 'pick_ship' });
		try {
			await work();
		} finally {
			await scene.write('stock.warehouse', [warehouse?.id ?? 0], { delivery_steps: 'ship_only' });
		}
	};

	it('is not complete while a part of it is still to be picked', async () => {
		await twoSteps(async () => {
			const order = await ordered(10, { is_storable: true });
			const step = async (code: string, quantity: number) => {
				const open = await scene.find(
					'stock.picking',
					[
						['sale_id', '=', order],
						['picking_type_code', '=', code],
						['state', 'not in', ['done', 'cancel']],
					],
					['move_ids'],
				);
				await scene.write(
					'stock.move',
					open.flatMap(({ move_ids: moves }) => scene.idsIn(moves)),
					{ quantity, picked: true },
				);
				await scene.validate(open.map(({ id }) => id));
			};
			await step('internal', 6);
			await step('outgoing', 6);
			const waits = { said: [{ released: 0, held: [['deliveryIncomplete']] }] };
			expect(await billedAfter(order, 1, { partial: 'whenComplete' })).toMatchObject(waits);
			expect(await billedAfter(order, 1, { milestone: 'fullyShipped' })).toMatchObject({
				said: [{ released: 0, held: [['notFullyShipped']] }],
			});
			await scene.payDown(order, { advance_payment_method: 'fixed', fixed_amount: 300 });
			expect((await billedAfter(order, 1)).documents).toEqual([
				['out_invoice', 'posted', 300],
				['out_invoice', 'posted', 600],
			]);
		});
	});
});

describe('a document’s sign', () => {
	const tradeIn = async (policy: 'order' | 'delivery') => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.goods(), quantity: 10, price: 100 },
			{ product: await scene.service(policy), quantity: -1, price: 150 },
		]);
		await scene.ship([order]);
		return order;
	};

	it.each([{}, { allowCreditNotes: true }])(
		'makes a trade-in beside goods an ordinary invoice (%j)',
		async (options) => {
			const order = await tradeIn('order');
			const { said, documents } = await billedAfter(order, 1, { options });
			expect({ said, documents }).toMatchObject({
				said: [{ released: 1 }],
				documents: [['out_invoice', 'posted', 850]],
			});
		},
	);

	it('holds a discount that is more than the first delivery, and leaves no draft', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.goods(), quantity: 10, price: 100 },
			{ product: await scene.service('order'), quantity: 1, price: -400 },
		]);
		await scene.ship([order], 2);
		const first = await billedAfter(order, 1);
		expect(first).toMatchObject({ said: [{ held: [['creditNoteNotAllowed']] }], documents: [] });
		await scene.ship([order]);
		expect((await billedAfter(order, 2)).documents).toEqual([['out_invoice', 'posted', 600]]);
	});
});

describe('everything that was invoiced came back', () => {
	const returned = async (parameters: object) => {
		const order = await ordered();
		const [out = 0] = await scene.ship([order]);
		await releaseLive([order]);
		await scene.giveBack(out, 10);
		return await billedAfter(order, 1, parameters);
	};

	it.each([
		{ options: { allowCreditNotes: true } },
		{ milestone: 'onOrder', options: { allowCreditNotes: true } },
		{ milestone: 'fullyShipped', options: { allowCreditNotes: true } },
	])('and is credited (%j)', async (parameters) => {
		const { documents } = await returned(parameters);
		expect(documents).toEqual([
			['out_invoice', 'posted', 1_000],
			['out_refund', 'posted', 1_000],
		]);
	});

	it('and is held for its credit note and nothing else', async () => {
		expect((await returned({})).said).toMatchObject([{ held: [['creditNoteNotAllowed']] }]);
	});
});

describe('the credit limit is compared with what the customer will owe', () => {
	const recheck = { options: { recheckCredit: true } };
	const limited = async (limit: number) =>
		await scene.customer({ use_partner_credit_limit: true, credit_limit: limit });

	it('after a down payment is deducted', async () => {
		const order = await scene.order(await limited(1_000), [
			{ product: await scene.goods(), quantity: 10, price: 100 },
		]);
		await scene.payDown(order, { advance_payment_method: 'fixed', fixed_amount: 300 });
		await scene.ship([order]);
		expect((await billedAfter(order, 1, recheck)).said).toMatchObject([{ released: 1 }]);
	});

	it('with its own part of a draft that invoices two orders', async () => {
		const customer = await limited(1_000);
		const product = await scene.goods();
		const orders = await scene.orders(customer, [
			[{ product, quantity: 5, price: 100 }],
			[{ product, quantity: 5, price: 100 }],
		]);
		await scene.ship(orders);
		await scene.draft(orders, { consolidated_billing: true });
		expect(outcomeOf(await releaseLive(orders, recheck))).toMatchObject({ released: 2 });
	});
});

describe('an order that is invoiced on order', () => {
	it('waits with a shipping fee while there is nothing else to invoice', async () => {
		const carrier = await scene.one('delivery.carrier', {
			name: 'Parcel',
			product_id: await scene.service('order'),
			fixed_price: 15,
		});
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.goods(), quantity: 10, price: 100 },
		]);
		const choice = await scene.one('choose.delivery.carrier', {
			order_id: order,
			carrier_id: carrier,
		});
		await scene.call('choose.delivery.carrier', 'update_price', { ids: [choice] });
		await scene.call('choose.delivery.carrier', 'button_confirm', { ids: [choice] });
		const { documents } = await billedAfter(order, 1, { milestone: 'onOrder' });
		expect(documents).toEqual([]);
		await scene.ship([order]);
		expect((await billedAfter(order, 1, { milestone: 'onOrder' })).documents).toEqual([
			['out_invoice', 'posted', 1_015],
		]);
	});
});
