import { releaseOrders } from '../../../nodes/OdooReleaseInvoice/releaseOrders';
import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { cutClient } from '../../support/cutOdoo';
import { liveOdoo } from '../../support/liveOdoo';
import { uniqueName } from '../../support/scene/names';
import { historyScene } from '../historyScene';
import { aRun } from '../invoicingOrder';

jest.setTimeout(300_000);

const scene = historyScene();

const shipped = async () => {
	const order = await scene.order(await scene.customer(), [
		{ product: await scene.goods(), quantity: 10, price: 100 },
	]);
	await scene.ship([order]);
	return order;
};

const lineOf = async (order: number) => (await scene.orderLines([order]))[0]?.id ?? 0;

const run = (order: number) =>
	aRun({
		supplied: new Map([[order, { proof: null, reference: `PO ${order}`, narration: null }]]),
	});

/** Runs the node, and lets a person do something just before its n-th call of that name. */
const runWhile = async (
	order: number,
	{ call, nth }: { readonly call: string; readonly nth: number },
	act: () => Promise<unknown>,
) => {
	const seen = { calls: 0 };
	const { client } = cutClient(liveOdoo().user, undefined, async (name) => {
		if (name !== call) return;
		seen.calls += 1;
		if (seen.calls === nth) await act();
	});
	const outcome = (await releaseOrders(client, [order], run(order))).get(order);
	if (seen.calls < nth) throw new Error(`${call} was called ${seen.calls} times`);
	if (outcome?.kind !== 'decided') throw outcome?.error ?? new Error('The order is missing');
	const { kind, reasons } = outcome.entry.decision;
	return [kind, ...reasons.map(({ code }) => code)];
};

/** What the order says and its invoice has to say too. */
const agreed = async (order: number) => {
	const [sale] = await scene.find(
		'sale.order',
		[['id', '=', order]],
		['partner_invoice_id', 'payment_term_id', 'amount_total'],
	);
	return [sale?.partner_invoice_id, sale?.payment_term_id, sale?.amount_total];
};
const invoiced = async (order: number) => {
	const invoices = await scene.invoices([order]);
	const found = await scene.find(
		'account.move',
		[['id', 'in', invoices.map(({ id }) => id)]],
		['state', 'partner_id', 'invoice_payment_term_id', 'amount_total'],
	);
	return found.map(({ state, partner_id: who, invoice_payment_term_id: terms, amount_total }) => [
		state,
		who,
		terms,
		amount_total,
	]);
};

const CHANGES = [
	{
		what: 'disputes the order',
		act: async (order: number) => {
			const tag = await scene.find('crm.tag', [['name', '=', 'Dispute']]);
			const id = tag[0]?.id ?? (await scene.one('crm.tag', { name: 'Dispute' }));
			await scene.write('sale.order', [order], { tag_ids: [[4, id]] });
		},
		undrafted: ['held', 'openDispute'],
		drafted: ['held', 'openDispute'],
	},
	{
		what: 'lets another customer be invoiced',
		act: async (order: number) =>
			await scene.write('sale.order', [order], { partner_invoice_id: await scene.customer() }),
		undrafted: ['release'],
		drafted: ['held', 'draftDiffers'],
	},
	{
		what: 'agrees on other payment terms',
		act: async (order: number) =>
			await scene.write('sale.order', [order], {
				payment_term_id: await scene.one('account.payment.term', { name: uniqueName('Terms') }),
			}),
		undrafted: ['release'],
		drafted: ['held', 'draftDiffers'],
	},
	{
		what: 'lowers the price',
		act: async (order: number) =>
			await scene.write('sale.order.line', [await lineOf(order)], { price_unit: 90 }),
		undrafted: ['release'],
		drafted: ['held', 'priceDiffersFromOrder'],
	},
] as const;

const MOMENTS = [
	{ when: 'after the order was read', call: 'sale.order.web_search_read', nth: 2 },
	{ when: 'just before the draft is made', call: 'sale.advance.payment.inv.create', nth: 1 },
	{ when: 'after the draft was made', call: 'mail.message.load', nth: 1 },
	{ when: 'after the draft was dated', call: 'sale.order.web_search_read', nth: 4 },
] as const;

describe.each(MOMENTS)('$when', ({ when, ...moment }) => {
	const isDrafted = when.startsWith('after the draft');

	it.each(CHANGES)(
		'somebody $what: the invoice says what the order says, or is no more than a draft',
		async ({ act, undrafted, drafted }) => {
			const order = await shipped();
			const said = await runWhile(order, moment, async () => await act(order));
			expect(said).toEqual(isDrafted ? [...drafted, ...said.slice(drafted.length)] : undrafted);
			const invoices = await invoiced(order);
			if (said[0] === 'release') expect(invoices).toEqual([['posted', ...(await agreed(order))]]);
			else expect(invoices.filter(([state]) => state !== 'draft')).toEqual([]);
			expect(await scene.notes('sale.order', [order])).toHaveLength(1);
		},
	);
});

describe('a draft that somebody edits while the node works', () => {
	const edits: {
		what: string;
		values: () => Promise<OdooValues>;
		code: string;
	}[] = [
		{ what: 'more pieces', values: async () => ({ quantity: 11 }), code: 'draftDiffers' },
		{
			what: 'another price',
			values: async () => ({ price_unit: 90 }),
			code: 'priceDiffersFromOrder',
		},
		{
			what: 'another product',
			values: async () => ({ product_id: await scene.goods() }),
			code: 'draftDiffers',
		},
	];
	it.each(edits)('to $what is not posted', async ({ values, code }) => {
		const order = await shipped();
		const edit = async () => {
			const draft = await scene.lastDraft(order);
			const [line] = await scene.invoiceLines(draft);
			await scene.write('account.move', [draft], {
				invoice_line_ids: [[1, line?.id ?? 0, await values()]],
			});
		};
		const said = await runWhile(order, { call: 'sale.order.web_search_read', nth: 4 }, edit);
		expect(said.slice(0, 2)).toEqual(['held', code]);
		expect((await scene.documents(order)).map(([, state]) => state)).toEqual(['draft']);
	});
});

describe('books that somebody closes', () => {
	const closedWith = async (values: object, work: () => Promise<void>) => {
		await scene.write('res.company', [1], { ...values });
		try {
			await work();
		} finally {
			await scene.write(
				'res.company',
				[1],
				Object.fromEntries(Object.keys(values).map((field) => [field, false])),
			);
		}
	};
	/** Before the books of the lab begin: Odoo closes none with open bank transactions. */
	const day = (offset: number) =>
		new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

	it.each(['fiscalyear_lock_date', 'sale_lock_date', 'tax_lock_date'])(
		'by %s hold what would be dated before; the first open day is another way',
		async (field) => {
			const taxed = field === 'tax_lock_date';
			const tax = taxed
				? [
						await scene.one('account.tax', {
							name: uniqueName('Tax'),
							amount: 20,
							type_tax_use: 'sale',
						}),
					]
				: [];
			const order = await scene.order(await scene.customer(), [
				{ product: await scene.goods({ taxes_id: [[6, 0, tax]] }), quantity: 1, price: 100 },
			]);
			await scene.ship([order]);
			await scene.draft([order]);
			const draft = await scene.lastDraft(order);
			await scene.write('account.move', [draft], { invoice_date: day(-910) });
			await closedWith({ [field]: day(-900) }, async () => {
				const { client } = cutClient(liveOdoo().user);
				const held = (await releaseOrders(client, [order], run(order))).get(order);
				expect(held).toMatchObject({
					entry: { decision: { kind: 'held', reasons: [{ code: 'periodClosed' }] } },
				});
				await scene.write('account.move', [draft], { invoice_date: day(-899) });
				const open = (await releaseOrders(client, [order], run(order))).get(order);
				expect(open).toMatchObject({ entry: { decision: { kind: 'release', reasons: [] } } });
			});
		},
	);

	it('are told of when an invoice was booked on another day than its own', async () => {
		const order = await shipped();
		await scene.draft([order]);
		await scene.write('account.move', [await scene.lastDraft(order)], { invoice_date: day(-910) });
		const close = async () =>
			await scene.write('res.company', [1], { fiscalyear_lock_date: day(-900) });
		try {
			const said = await runWhile(order, { call: 'account.move.action_post', nth: 1 }, close);
			expect(said).toEqual(['release', 'bookedOnAnotherDay']);
		} finally {
			await scene.write('res.company', [1], { fiscalyear_lock_date: false });
		}
	});
});
