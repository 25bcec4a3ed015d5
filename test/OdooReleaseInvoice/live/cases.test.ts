import { codesOf, releaseLive } from '../invoicingRun';
import { invoicingScene } from '../invoicingScene';

jest.setTimeout(300_000);

const scene = invoicingScene();

/** A picture of one point. */
const PIXEL =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const delivered = async (quantity: number, shipped?: number) => {
	const order = await scene.order(await scene.customer(), [
		{ product: await scene.product('delivery'), quantity },
	]);
	const transfers = await scene.ship([order], shipped);
	return { order, transfers };
};

describe('deliveries in parts', () => {
	it('invoices each delivery once, backorder and all', async () => {
		const { order } = await delivered(10, 4);
		const first = await releaseLive([order]);
		expect(first.released).toMatchObject([
			{ invoice: { gate: { ordered: 10, delivered: 4, invoiced: 4 } } },
		]);
		await scene.ship([order]);
		const second = await releaseLive([order]);
		expect(second.released).toMatchObject([
			{
				invoice: {
					invoices: [{ state: 'posted' }, { state: 'posted' }],
					gate: { delivered: 10, invoiced: 10 },
				},
			},
		]);
		expect(await scene.orderLines([order])).toMatchObject([
			{ qty_delivered: 10, qty_invoiced: 10, qty_to_invoice: 0 },
		]);
		expect(await scene.invoices([order])).toHaveLength(2);
	});

	it('waits for the rest, and invoices when the rest is cancelled', async () => {
		const { order } = await delivered(10, 4);
		const waiting = await releaseLive([order], { partial: 'whenComplete' });
		expect(waiting.held.map(codesOf)).toEqual([['deliveryIncomplete']]);
		await scene.call('stock.picking', 'action_cancel', {
			ids: (await scene.transfers([order])).map(({ id }) => id),
		});
		const { released } = await releaseLive([order], { partial: 'whenComplete' });
		expect(released).toMatchObject([
			{ invoice: { gate: { ordered: 10, delivered: 4, invoiced: 4 } } },
		]);
	});

	it('waits for a minimum value, by customer', async () => {
		const { order } = await delivered(10, 4);
		const [{ partner_id: partner } = { partner_id: [0] }] = await scene.find(
			'sale.order',
			[['id', '=', order]],
			['partner_id'],
		);
		const customer = { mode: 'id', value: String((partner as number[])[0]) };
		const specialPolicies = {
			policies: [{ scope: 'customer', customer, partial: 'minimumValue', minimumValue: 500 }],
		};
		const { held } = await releaseLive([order], { specialPolicies });
		expect(held.map(codesOf)).toEqual([['belowMinimumValue']]);
		const contact = await scene.one('res.partner', {
			name: 'Purchasing',
			parent_id: (partner as number[])[0] ?? 0,
		});
		const named = (id: number) => ({
			policies: [{ ...specialPolicies.policies[0], customer: { mode: 'id', value: String(id) } }],
		});
		expect(
			(await releaseLive([order], { specialPolicies: named(contact) })).held.map(codesOf),
		).toEqual([['belowMinimumValue']]);
		const { failed } = await releaseLive([order], { specialPolicies: named(999_999) });
		expect(failed).toMatchObject([
			{ error: { message: expect.stringMatching(/Overrides.*no contact with the ID 999999/s) } },
		]);
		expect((await releaseLive([order])).released).toHaveLength(1);
	});
});

describe('over-delivery', () => {
	it('is held, and invoiced within the tolerance', async () => {
		const { order } = await delivered(5, 6);
		expect((await releaseLive([order])).held.map(codesOf)).toEqual([['overDelivered']]);
		expect(await scene.invoices([order])).toEqual([]);
		const { released } = await releaseLive([order], { options: { quantityTolerancePercent: 20 } });
		expect(released).toMatchObject([
			{ invoice: { gate: { ordered: 5, delivered: 6, invoiced: 6 } } },
		]);
	});
});

describe('returned goods', () => {
	it('hold the order while the return is open, and are never credited silently', async () => {
		const { order, transfers } = await delivered(6);
		await releaseLive([order]);
		const back = await scene.giveBack(transfers[0] ?? 0, 2, false);
		expect((await releaseLive([order])).released).toHaveLength(1);
		await scene.validate([back]);
		const { held } = await releaseLive([order]);
		expect(held.map(codesOf)).toEqual([['creditNoteNotAllowed']]);
		expect(await scene.invoices([order])).toHaveLength(1);
	});

	it('are credited once when credit notes are allowed', async () => {
		const { order, transfers } = await delivered(6);
		await releaseLive([order]);
		await scene.giveBack(transfers[0] ?? 0, 2);
		const options = { allowCreditNotes: true };
		const { released } = await releaseLive([order], { options });
		expect(released[0]?.invoice.invoices).toMatchObject([
			{ kind: 'invoice' },
			{ kind: 'creditNote', state: 'posted' },
		]);
		expect(released[0]?.invoice.gate).toMatchObject({ ordered: 6, delivered: 4, invoiced: 4 });
		await releaseLive([order], { options });
		expect(await scene.invoices([order])).toHaveLength(2);
	});

	it('that are on their way keep the rest from being invoiced', async () => {
		const { order, transfers } = await delivered(6);
		await scene.giveBack(transfers[0] ?? 0, 2, false);
		expect((await releaseLive([order])).held.map(codesOf)).toEqual([['openReturn']]);
		const { released } = await releaseLive([order], { options: { ignoreOpenReturns: true } });
		expect(released).toMatchObject([{ invoice: { gate: { invoiced: 6 } } }]);
	});
});

describe('down payments', () => {
	const withDownPayment = async (posts: boolean) => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery', { taxes_id: [[6, 0, []]] }), quantity: 10 },
		]);
		await scene.draft([order], { advance_payment_method: 'percentage', amount: 50 });
		if (posts)
			await scene.call('account.move', 'action_post', {
				ids: (await scene.invoices([order])).map(({ id }) => id),
			});
		return order;
	};

	it('hold the order while their own invoice is a draft', async () => {
		const order = await withDownPayment(false);
		await scene.ship([order]);
		expect((await releaseLive([order])).held.map(codesOf)).toEqual([['downPaymentNotPosted']]);
	});

	it('are deducted from the last invoice, once', async () => {
		const order = await withDownPayment(true);
		await scene.ship([order], 3);
		await releaseLive([order]);
		await scene.ship([order]);
		await releaseLive([order]);
		await releaseLive([order]);
		expect(
			(await scene.invoices([order])).map(({ amount_total: total, state }) => [total, state]),
		).toEqual([
			[500, 'posted'],
			[300, 'posted'],
			[200, 'posted'],
		]);
	});

	it('are held when the policy says so, and when they are worth more than the delivery that deducts them', async () => {
		const order = await withDownPayment(true);
		await scene.ship([order], 3);
		expect(
			(await releaseLive([order], { options: { downPayments: 'hold' } })).held.map(codesOf),
		).toEqual([['downPayment']]);
		expect(
			(await releaseLive([order], { options: { downPayments: 'deductFirst' } })).held.map(codesOf),
		).toEqual([['downPayment']]);
		expect(await scene.invoices([order])).toHaveLength(1);
	});
});

describe('products', () => {
	it('invoiced by order and by delivery share an invoice once both are shipped', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('order'), quantity: 2 },
			{ product: await scene.product('delivery'), quantity: 3 },
		]);
		await scene.ship([order]);
		const { released } = await releaseLive([order]);
		expect(released).toMatchObject([
			{
				invoice: {
					invoices: [{ state: 'posted' }],
					gate: { ordered: 5, delivered: 5, invoiced: 5 },
				},
			},
		]);
	});

	it('invoiced by order are held while a part of them is not shipped', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('order'), quantity: 5 },
		]);
		await scene.ship([order], 2);
		expect((await releaseLive([order])).held.map(codesOf)).toEqual([['billedOverDelivered']]);
	});

	it('that cost nothing are invoiced at nothing', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 2, price: 0 },
		]);
		await scene.ship([order]);
		const { released } = await releaseLive([order], { options: { requireTax: true } });
		expect(released).toMatchObject([
			{ invoice: { invoices: [{ state: 'posted', total: 0, due: 0 }] } },
		]);
	});

	it('are held without tax when tax is required', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery', { taxes_id: [[6, 0, []]] }), quantity: 2 },
		]);
		await scene.ship([order]);
		expect(
			(await releaseLive([order], { options: { requireTax: true } })).held.map(codesOf),
		).toEqual([['taxMissing']]);
	});

	it('are held when their price is not the pricelist’s', async () => {
		const product = await scene.product('delivery', { list_price: 80 });
		const [dear, right] = await scene.orders(await scene.customer(), [
			[{ product, quantity: 1, price: 70 }],
			[{ product, quantity: 1 }],
		]);
		await scene.ship([dear ?? 0, right ?? 0]);
		const { held, released } = await releaseLive([dear ?? 0, right ?? 0], {
			options: { checkPriceList: true },
		});
		expect(held.map(codesOf)).toEqual([['priceDiffersFromPriceList']]);
		expect(released).toMatchObject([{ order: { id: right } }]);
	});

	it('are priced by the rule of their date, and unknown where that was changed since', async () => {
		const product = await scene.product('delivery', { list_price: 80 });
		const pricelist = await scene.one('product.pricelist', { name: 'Dated' });
		await scene.create('product.pricelist.item', [
			{
				pricelist_id: pricelist,
				compute_price: 'fixed',
				fixed_price: 60,
				date_end: '2020-01-01 00:00:00',
			},
		]);
		const order = await scene.order(await scene.customer(), [{ product, quantity: 1 }], {
			pricelist_id: pricelist,
		});
		await scene.ship([order]);
		const checked = { dryRun: true, options: { checkPriceList: true } };
		expect((await releaseLive([order], checked)).released).toHaveLength(1);
		await scene.write('sale.order', [order], { date_order: '2019-12-31 00:00:00' });
		expect((await releaseLive([order], checked)).held.map(codesOf)).toEqual([['priceListUnknown']]);
		const [line] = await scene.orderLines([order]);
		await scene.write('sale.order.line', [line?.id ?? 0], { price_unit: 60 });
		expect((await releaseLive([order], checked)).released).toHaveLength(1);
	});
});

describe('proof of delivery', () => {
	const policy = { milestone: 'proofOfDelivery' };

	it('is an attachment on the transfer', async () => {
		const { order, transfers } = await delivered(2);
		const missing = await releaseLive([order], policy);
		expect(missing.held.map(codesOf)).toEqual([['proofOfDeliveryMissing']]);
		await scene.create('ir.attachment', [
			{ name: 'pod.txt', res_model: 'stock.picking', res_id: transfers[0] ?? 0, raw: 'c2lnbmVk' },
		]);
		const { released } = await releaseLive([order], policy);
		expect(released).toMatchObject([{ invoice: { gate: { proof: [{ by: 'attachment' }] } } }]);
	});

	it('is no document of a carrier, and none with another name', async () => {
		const { order, transfers } = await delivered(2);
		await scene.call('stock.picking', 'message_post', {
			ids: transfers,
			args: { body: 'Shipped', attachments: [['pod-label.pdf', 'label']] },
		});
		await scene.create('ir.attachment', [
			{ name: 'label.txt', res_model: 'stock.picking', res_id: transfers[0] ?? 0, raw: 'eA==' },
		]);
		expect((await releaseLive([order], policy)).held.map(codesOf)).toEqual([
			['proofOfDeliveryMissing'],
		]);
		const [document = 0] = await scene.create('ir.attachment', [
			{ name: 'POD 1.txt', res_model: 'stock.picking', res_id: transfers[0] ?? 0, raw: 'eA==' },
		]);
		await scene.call('stock.picking', 'message_post', {
			ids: transfers,
			args: { body: 'Arrived', message_type: 'comment', attachment_ids: [document] },
		});
		expect((await releaseLive([order], policy)).released).toHaveLength(1);
	});

	it('is a signature on the transfer', async () => {
		const { order, transfers } = await delivered(2);
		const signature = {
			name: 'signature',
			res_model: 'stock.picking',
			res_field: 'signature',
			res_id: transfers[0] ?? 0,
			type: 'binary',
			raw: PIXEL,
		};
		await scene.create('ir.attachment', [signature]);
		const { released } = await releaseLive([order], {
			...policy,
			options: { acceptedProof: ['signature'] },
		});
		expect(released).toMatchObject([{ invoice: { gate: { proof: [{ by: 'signature' }] } } }]);
	});

	it('may come with the item, or from a field of the carrier', async () => {
		const first = await delivered(2);
		const supplied = { ...policy, options: { proofOfDelivery: '={{ $json.pod }}' } };
		const { released } = await releaseLive([first.order], supplied, {
			json: { pod: 'signed by Ann' },
		});
		expect(released).toMatchObject([{ invoice: { gate: { proof: [{ by: 'itemField' }] } } }]);
		const second = await delivered(2);
		const carrier = {
			...policy,
			options: { carrierStatusField: 'carrier_tracking_ref', deliveredStatuses: ['arrived'] },
		};
		expect((await releaseLive([second.order], carrier)).held).toHaveLength(1);
		await scene.write('stock.picking', second.transfers, { carrier_tracking_ref: 'Arrived' });
		expect((await releaseLive([second.order], carrier)).released).toMatchObject([
			{ invoice: { gate: { proof: [{ by: 'carrierStatus' }] } } },
		]);
	});
});

describe('a draft that a person changed', () => {
	it('is held with another price, another quantity, or another line, and posted once it is put right', async () => {
		const { order } = await delivered(4);
		await scene.draft([order]);
		const [draft] = await scene.invoices([order]);
		const [line] = await scene.find(
			'account.move.line',
			[
				['move_id', '=', draft?.id ?? 0],
				['display_type', '=', 'product'],
			],
			['id'],
		);
		const change = async (
			command: readonly (string | number | Record<string, number | string>)[],
		) => await scene.write('account.move', [draft?.id ?? 0], { invoice_line_ids: [command] });
		await change([1, line?.id ?? 0, { price_unit: 90 }]);
		expect((await releaseLive([order])).held.map(codesOf)).toEqual([['priceDiffersFromOrder']]);
		await change([1, line?.id ?? 0, { price_unit: 100, quantity: 5 }]);
		expect((await releaseLive([order])).held.map(codesOf)).toEqual([['draftDiffers']]);
		await change([1, line?.id ?? 0, { quantity: 4 }]);
		await change([0, 0, { name: 'Surcharge', quantity: 1, price_unit: 7 }]);
		expect((await releaseLive([order])).held.map(codesOf)).toEqual([['draftDiffers']]);
		const extra = await scene.find(
			'account.move.line',
			[
				['move_id', '=', draft?.id ?? 0],
				['name', '=', 'Surcharge'],
			],
			['id'],
		);
		await change([2, extra[0]?.id ?? 0, 0]);
		expect((await releaseLive([order])).released).toMatchObject([
			{ invoice: { invoices: [{ id: draft?.id, state: 'posted' }] } },
		]);
	});
});

describe('an invoice that was refunded', () => {
	it('is not made again by itself', async () => {
		const { order } = await delivered(4);
		const { released } = await releaseLive([order]);
		const invoice = released[0]?.invoice.invoices[0]?.id ?? 0;
		const [journal] = await scene.find('account.move', [['id', '=', invoice]], ['journal_id']);
		const wizard = await scene.client.call('account.move.reversal', 'create', {
			args: {
				vals_list: [
					{ reason: 'goodwill', journal_id: (journal?.journal_id as [number, string])[0] },
				],
			},
			context: { active_model: 'account.move', active_ids: [invoice] },
		});
		await scene.call('account.move.reversal', 'refund_moves', { ids: wizard as number[] });
		const drafts = (await scene.invoices([order]))
			.filter(({ state }) => state === 'draft')
			.map(({ id }) => id);
		await scene.call('account.move', 'action_post', { ids: drafts });
		expect((await releaseLive([order])).held.map(codesOf)).toEqual([['refundedBefore']]);
		expect(await scene.invoices([order])).toHaveLength(2);
	});
});

describe('an order with titles and remarks', () => {
	it('is invoiced with them', async () => {
		const product = await scene.product('delivery');
		const order = await scene.one('sale.order', {
			partner_id: await scene.customer(),
			order_line: [
				[0, 0, { display_type: 'line_section', name: 'Furniture' }],
				[0, 0, { product_id: product, product_uom_qty: 2 }],
				[0, 0, { display_type: 'line_note', name: 'Handle with care' }],
			],
		});
		await scene.call('sale.order', 'action_confirm', { ids: [order] });
		await scene.ship([order]);
		const { released } = await releaseLive([order], { options: { requireTax: true } });
		expect(released).toMatchObject([
			{ invoice: { invoices: [{ state: 'posted' }], gate: { invoiced: 2 } } },
		]);
		expect((await releaseLive([order])).released).toHaveLength(1);
	});
});

describe('a draft that invoices two orders', () => {
	it('is not posted while one of them is held, though only the other is asked about', async () => {
		const product = await scene.product('delivery');
		const orders = await scene.orders(await scene.customer(), [
			[{ product, quantity: 1 }],
			[{ product, quantity: 2 }],
		]);
		const [asked = 0, other = 0] = orders;
		await scene.ship(orders);
		await scene.draft(orders, { consolidated_billing: true });
		const tag = await scene.one('crm.tag', { name: `Stop ${asked}` });
		await scene.write('sale.order', [other], { tag_ids: [[4, tag]] });
		const stopped = await releaseLive([asked], { options: { holdTags: [`Stop ${asked}`] } });
		expect(stopped.held.map(codesOf)).toEqual([['draftSharedWithHeldOrder']]);
		const { released } = await releaseLive([asked]);
		expect(released).toMatchObject([
			{ order: { id: asked }, invoice: { invoices: [{ state: 'posted' }] } },
		]);
		expect(await scene.invoices(orders)).toHaveLength(1);
		expect(await scene.notes('sale.order', orders)).toHaveLength(3);
	});
});

describe('holds', () => {
	it('by tag stand on the order, are noted once, and end with the tag', async () => {
		const { order } = await delivered(2);
		const [known] = await scene.find('crm.tag', [['name', '=', 'Credit Hold']], ['id']);
		const tag = known?.id ?? (await scene.one('crm.tag', { name: 'Credit Hold' }));
		await scene.write('sale.order', [order], { tag_ids: [[4, tag]] });
		const strict = { options: { creditHold: 'hold' } };
		expect((await releaseLive([order], strict)).held.map(codesOf)).toEqual([['openHold']]);
		await releaseLive([order], strict);
		expect(await scene.notes('sale.order', [order])).toHaveLength(1);
		await scene.write('sale.order', [order], { tag_ids: [[3, tag]] });
		expect((await releaseLive([order], strict)).released).toHaveLength(1);
	});

	it('by credit do not keep what left the house from being invoiced', async () => {
		const { order } = await delivered(5, 3);
		const [known] = await scene.find('crm.tag', [['name', '=', 'Credit Hold']], ['id']);
		const tag = known?.id ?? (await scene.one('crm.tag', { name: 'Credit Hold' }));
		await scene.write('sale.order', [order], { tag_ids: [[4, tag]] });
		expect((await releaseLive([order])).released).toMatchObject([
			{ invoice: { gate: { delivered: 3, invoiced: 3 } } },
		]);
	});

	it('by customer data name what is missing', async () => {
		const { order } = await delivered(2);
		const { held } = await releaseLive([order], {
			options: { customerFields: ['address', 'paymentTerm'] },
		});
		expect(held[0]?.invoice.reasons).toMatchObject([
			{
				code: 'customerDataMissing',
				message: expect.stringMatching(/: street, city, country and payment terms$/) as string,
			},
		]);
	});

	it('by the credit limit in Odoo', async () => {
		const customer = await scene.customer();
		await scene.write('res.partner', [customer], {
			use_partner_credit_limit: true,
			credit_limit: 150,
		});
		const order = await scene.order(customer, [
			{ product: await scene.product('delivery'), quantity: 2 },
		]);
		await scene.ship([order]);
		expect(
			(await releaseLive([order], { options: { recheckCredit: true } })).held.map(codesOf),
		).toEqual([['creditLimitExceeded']]);
	});

	it('by the credit limit, for the orders that go over it together', async () => {
		const customer = await scene.customer();
		await scene.write('res.partner', [customer], {
			use_partner_credit_limit: true,
			credit_limit: 250,
		});
		const product = await scene.product('delivery', { taxes_id: [[6, 0, []]] });
		const orders = await scene.orders(customer, [
			[{ product, quantity: 2 }],
			[{ product, quantity: 1 }],
		]);
		await scene.ship(orders);
		const { released, held } = await releaseLive(orders, { options: { recheckCredit: true } });
		expect(released).toMatchObject([{ order: { id: orders[0] } }]);
		expect(held.map(codesOf)).toEqual([['creditLimitExceeded']]);
	});
});

describe('what the invoice gets', () => {
	it('is date, reference and narration, each its own', async () => {
		const product = await scene.product('delivery');
		const customer = await scene.customer();
		const orders = await scene.orders(customer, [
			[{ product, quantity: 1 }],
			[{ product, quantity: 2 }],
		]);
		await scene.ship(orders);
		const { released } = await releaseLive(orders, {
			options: {
				reference: '={{ "PO " + $json.order.id }}',
				narration: 'Thanks & regards',
				invoiceDate: 'endOfMonth',
			},
		});
		expect(released).toHaveLength(2);
		const invoices = await scene.invoices(orders);
		expect(invoices.map(({ ref }) => ref).sort()).toEqual(orders.map((id) => `PO ${id}`).sort());
		expect(invoices[0]?.narration).toBe('<p>Thanks &amp; regards</p>');
		expect(invoices[0]?.invoice_date).toMatch(/-(28|29|30|31)$/);
	});

	it('may be shared by the orders of a customer, never across currencies', async () => {
		const product = await scene.product('delivery');
		const orders = await scene.orders(await scene.customer(), [
			[{ product, quantity: 1 }],
			[{ product, quantity: 2 }],
		]);
		await scene.ship(orders);
		const { released } = await releaseLive(orders, { options: { consolidate: true } });
		expect(new Set(released.map(({ invoice }) => invoice.invoices[0]?.id)).size).toBe(1);
		expect(await scene.invoices(orders)).toHaveLength(1);
	});

	it.each([
		{ when: 'apart', options: { consolidate: true }, invoices: 2 },
		{
			when: 'together when asked for',
			options: { consolidate: true, consolidateTerms: true },
			invoices: 1,
		},
	])('stays $when where payment terms differ', async ({ options, invoices }) => {
		const product = await scene.product('delivery');
		const terms = await scene.find('account.payment.term', [], ['name']);
		const [first, second] = terms.map(({ id }) => id);
		const customer = await scene.customer();
		const orders = await Promise.all(
			[first, second].map(
				async (term) => await scene.order(customer, [{ product }], { payment_term_id: term ?? 0 }),
			),
		);
		await scene.ship(orders);
		const { released } = await releaseLive(orders, { options });
		expect(released).toHaveLength(2);
		expect(await scene.invoices(orders)).toHaveLength(invoices);
	});

	it('is sent by Odoo when asked for, once', async () => {
		const product = await scene.product('delivery');
		const orders = await scene.orders(await scene.customer({ email: 'buyer@example.com' }), [
			[{ product, quantity: 1 }],
			[{ product, quantity: 2 }],
		]);
		await scene.ship(orders);
		await releaseLive(orders);
		const { released } = await releaseLive(orders, { options: { send: true } });
		expect(released.map(({ invoice }) => invoice.invoices[0])).toMatchObject([
			{ sending: 'queued' },
			{ sending: 'queued' },
		]);
		const again = await releaseLive(orders, { options: { send: true } });
		expect(again.released.map(({ invoice }) => invoice.invoices[0])).toMatchObject([
			{ sending: 'queued' },
			{ sending: 'queued' },
		]);
	});
});

describe('an item whose expression cannot be worked out', () => {
	it('fails alone', async () => {
		const product = await scene.product('delivery');
		const orders = await scene.orders(await scene.customer(), [
			[{ product, quantity: 1 }],
			[{ product, quantity: 2 }],
		]);
		await scene.ship(orders);
		const reference = `={{ $json.order.id === ${orders[0]} ? $("No Such Node").item.json.x : "fine" }}`;
		const { released, failed } = await releaseLive(orders, { options: { reference } });
		expect(failed).toMatchObject([{ order: { id: orders[0] } }]);
		expect(released).toMatchObject([{ order: { id: orders[1] } }]);
	});
});

describe('a single invoice', () => {
	it('is sent at once, and when that fails it is invoiced all the same and the reason is beside it', async () => {
		const order = await scene.order(await scene.customer(), [
			{ product: await scene.product('delivery'), quantity: 1 },
		]);
		await scene.ship([order]);
		const { released } = await releaseLive([order], { options: { send: true } });
		const [item] = released;
		const [invoice] = item?.invoice.invoices ?? [];
		expect(invoice).toMatchObject({ state: 'posted' });
		// Odoo needs wkhtmltopdf for it, which this machine may lack.
		const wasSent = invoice?.sending === 'sent';
		expect(item && codesOf(item)).toEqual(wasSent ? [] : ['sendingRefused']);
	});
});

describe('an order that Odoo refuses', () => {
	it('to make an invoice for fails alone, and the rest are posted', async () => {
		const product = await scene.product('delivery');
		const orders = await scene.orders(
			await scene.customer(),
			[1, 2, 3, 4, 5].map((quantity) => [{ product, quantity }]),
		);
		await scene.ship(orders);
		const bad = orders[2] ?? 0;
		const [journal] = await scene.find(
			'account.journal',
			[
				['type', '=', 'purchase'],
				['company_id', '=', 1],
			],
			['id'],
		);
		await scene.write('sale.order', [bad], { journal_id: journal?.id ?? 0 });
		const { released, failed } = await releaseLive(orders);
		expect(failed).toMatchObject([
			{
				order: { id: bad },
				error: { class: 'validation', message: expect.stringMatching(/create_invoices/) as string },
			},
		]);
		expect(released.map(({ order }) => order.id)).toEqual(orders.filter((id) => id !== bad));
		expect((await scene.invoices(orders)).map(({ state }) => state)).toEqual([
			'posted',
			'posted',
			'posted',
			'posted',
		]);
	});

	it('to post fails alone, and the rest are posted', async () => {
		const product = await scene.product('delivery');
		const orders = await scene.orders(await scene.customer(), [
			[{ product, quantity: 1 }],
			[{ product, quantity: 2 }],
			[{ product, quantity: 3 }],
		]);
		await scene.ship(orders);
		await scene.draft(orders);
		const bad = orders[1] ?? 0;
		const [draft] = await scene.invoices([bad]);
		await scene.write('account.move', [draft?.id ?? 0], {
			auto_post: 'at_date',
			invoice_date: '2099-01-01',
			date: '2099-01-01',
		});
		const { released, failed } = await releaseLive(orders);
		expect(failed).toMatchObject([
			{
				order: { id: bad },
				error: { class: 'validation', message: expect.stringMatching(/auto-posted/) as string },
			},
		]);
		expect(released).toHaveLength(2);
		expect(await scene.notes('sale.order', [bad])).toEqual([]);
		expect((await scene.invoices(orders)).map(({ state }) => state).sort()).toEqual([
			'draft',
			'posted',
			'posted',
		]);
	});
});
