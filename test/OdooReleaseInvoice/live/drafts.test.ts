import { historyScene, outcomeOf } from '../historyScene';
import { uniqueName } from '../../support/scene/names';
import { releaseLive } from '../invoicingRun';

jest.setTimeout(300_000);

const scene = historyScene();

/** Ten pieces at 100 are shipped, and somebody has drafted the invoice. */
const drafted = async (values = {}, customerValues = {}) => {
	const customer = await scene.customer(customerValues);
	const order = await scene.order(customer, [
		{ product: await scene.goods(values), quantity: 10, price: 100 },
	]);
	await scene.ship([order]);
	await scene.draft([order]);
	const draft = await scene.lastDraft(order);
	const [line] = await scene.invoiceLines(draft);
	return { customer, order, draft, line: line?.id ?? 0 };
};
type Drafted = Awaited<ReturnType<typeof drafted>>;

const taxOf = async (amount: number) =>
	await scene.one('account.tax', {
		name: uniqueName(`Tax ${amount}`),
		amount,
		type_tax_use: 'sale',
	});

describe('a draft that is not the one that would be made now is held', () => {
	const changes: {
		what: string;
		values?: () => Promise<object>;
		change: (made: Drafted) => Promise<unknown>;
		says: RegExp;
	}[] = [
		{
			what: 'another tax on a line',
			values: async () => ({ taxes_id: [[6, 0, [await taxOf(20)]]] }),
			change: async ({ draft, line }) =>
				await scene.write('account.move', [draft], {
					invoice_line_ids: [[1, line, { tax_ids: [[6, 0, [await taxOf(0)]]] }]],
				}),
			says: /Tax 0.*Tax 20/,
		},
		{
			what: 'no tax on a line',
			values: async () => ({ taxes_id: [[6, 0, [await taxOf(20)]]] }),
			change: async ({ draft, line }) =>
				await scene.write('account.move', [draft], {
					invoice_line_ids: [[1, line, { tax_ids: [[6, 0, []]] }]],
				}),
			says: /none.*Tax 20/,
		},
		{
			what: 'another customer on the order',
			change: async ({ order }) =>
				await scene.write('sale.order', [order], { partner_invoice_id: await scene.customer() }),
			says: /Customer .*Customer /,
		},
		{
			what: 'another delivery address on the order',
			change: async ({ order, customer }) =>
				await scene.write('sale.order', [order], {
					partner_shipping_id: await scene.one('res.partner', {
						name: 'Site two',
						parent_id: customer,
						type: 'delivery',
					}),
				}),
			says: /Site two/,
		},
		{
			what: 'other payment terms on the draft',
			change: async ({ draft }) => {
				const [term] = await scene.find(
					'account.payment.term',
					[['name', '=', '45 Days']],
					['name'],
				);
				await scene.write('account.move', [draft], { invoice_payment_term_id: term?.id ?? 0 });
			},
			says: /45 Days/,
		},
		{
			what: 'a fiscal position on the order',
			change: async ({ order }) =>
				await scene.write('sale.order', [order], {
					fiscal_position_id: await scene.one('account.fiscal.position', { name: 'Abroad' }),
				}),
			says: /Abroad/,
		},
	];
	it.each(changes)('$what', async ({ values, change, says }) => {
		const made = await drafted((await values?.()) ?? {});
		await change(made);
		const run = await releaseLive([made.order]);
		expect(run.held.map(({ invoice }) => invoice.reasons.map(({ message }) => message))).toEqual([
			[expect.stringMatching(says)],
		]);
		expect(outcomeOf(run)).toMatchObject({ held: [['draftDiffers']] });
		expect(await scene.documents(made.order)).toMatchObject([
			['out_invoice', 'draft', expect.any(Number)],
		]);
	});

	it('cut from ten pieces to six: the six are invoiced, and the four are told of', async () => {
		const { order, draft, line } = await drafted();
		await scene.write('account.move', [draft], { invoice_line_ids: [[1, line, { quantity: 6 }]] });
		const run = await releaseLive([order]);
		expect(await scene.documents(order)).toEqual([['out_invoice', 'posted', 600]]);
		expect(run.released.map(({ invoice }) => invoice.reasons)).toMatchObject([
			[{ code: 'restNotInvoiced', message: expect.stringContaining('4') }],
		]);
	});
});
