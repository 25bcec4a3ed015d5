import { z } from 'zod';

import { checkLive } from '../../../OdooCreditCheck/creditRun';
import { makeSweeper, settingsFor } from '../../../OdooOrderTrigger/live/sweeper';
import { releaseLive } from '../../../OdooReleaseInvoice/invoicingRun';
import { axiosClient } from '../../../support/axiosExchange';
import {
	makeLimitWorld,
	orderBeyondLimit,
	type CompanyName,
	type Customer,
	type LimitWorld,
	type OrdersOfCustomer,
} from '../limitScene';

interface History {
	readonly when: string;
	readonly company: CompanyName;
	readonly customer: (world: LimitWorld) => Promise<Customer>;
	/** The one answer of all three nodes; null is "no limit". */
	readonly limit: number | null;
	/** Where Odoo's own warning names another: null when it does not warn. */
	readonly odoo?: { readonly limit: number | null; readonly because: string };
	readonly refusedByCreditCheck?: RegExp;
	/** Told as "no credit", never as an exceeded limit. */
	readonly silentTrigger?: true;
}

const customerIn =
	(company: CompanyName, values: Record<string, number> = {}) =>
	async (world: LimitWorld): Promise<Customer> => ({
		buyer: await world.in[company].customer(values),
	});

const SWITCHED_OFF = { limit: null, because: 'it is switched off' };

const HISTORIES: readonly History[] = [
	{
		when: 'a limit of its own',
		company: 'byDefault',
		customer: customerIn('byDefault', { credit_limit: 300 }),
		limit: 300,
	},
	{
		when: 'a limit of its own above the default',
		company: 'byDefault',
		customer: customerIn('byDefault', { credit_limit: 3_000 }),
		limit: 3_000,
	},
	{
		when: 'a limit of its own, and the company has no default',
		company: 'withoutDefault',
		customer: customerIn('withoutDefault', { credit_limit: 300 }),
		limit: 300,
	},
	{
		when: 'none of its own, and the company has a default',
		company: 'byDefault',
		customer: customerIn('byDefault'),
		limit: 1_000,
	},
	{
		when: 'none of its own, and the company has no default',
		company: 'withoutDefault',
		customer: customerIn('withoutDefault'),
		limit: null,
	},
	{
		when: 'its own, which equals the default',
		company: 'byDefault',
		customer: customerIn('byDefault', { credit_limit: 1_000 }),
		limit: 1_000,
	},
	{
		when: 'a zero of its own, and the company has a default',
		company: 'byDefault',
		customer: customerIn('byDefault', { credit_limit: 0 }),
		limit: 0,
		odoo: { limit: null, because: 'a zero is no limit there' },
		silentTrigger: true,
	},
	{
		when: 'its own taken back to the default',
		company: 'byDefault',
		customer: async (world) => {
			const buyer = await world.in.byDefault.customer({ credit_limit: 300 });
			await world.in.byDefault.write('res.partner', [buyer], { use_partner_credit_limit: false });
			return { buyer };
		},
		limit: 1_000,
	},
	{
		when: 'its own, with the limits of the company switched off',
		company: 'switchedOff',
		customer: customerIn('switchedOff', { credit_limit: 300 }),
		limit: 300,
		odoo: SWITCHED_OFF,
	},
	{
		when: 'the default, with the limits of the company switched off',
		company: 'switchedOff',
		customer: customerIn('switchedOff'),
		limit: 1_000,
		odoo: SWITCHED_OFF,
	},
	{
		when: 'that of the company of the contact who orders',
		company: 'byDefault',
		customer: async (world) => {
			const parent = await world.in.byDefault.customer({ credit_limit: 300 });
			const contact = await world.in.byDefault.one('res.partner', {
				name: 'Buyer',
				parent_id: parent,
			});
			return { buyer: contact };
		},
		limit: 300,
	},
	{
		when: 'that of who is invoiced, not of who orders',
		company: 'byDefault',
		customer: async (world) => ({
			buyer: await world.in.byDefault.customer({ credit_limit: 700 }),
			invoiceTo: await world.in.byDefault.customer({ credit_limit: 200 }),
		}),
		limit: 200,
		odoo: { limit: null, because: 'it asks who orders, who owes nothing' },
	},
	{
		when: 'its own in another company only',
		company: 'byDefault',
		customer: customerIn('withoutDefault', { credit_limit: 300 }),
		limit: 1_000,
	},
	{
		when: 'its own in one company, and another in this one',
		company: 'withoutDefault',
		customer: async (world) => {
			const buyer = await world.in.byDefault.customer({ credit_limit: 300 });
			await world.in.withoutDefault.write('res.partner', [buyer], { credit_limit: 400 });
			return { buyer };
		},
		limit: 400,
	},
	{
		when: 'the default of the company above the branch, which has none',
		company: 'branch',
		customer: customerIn('branch'),
		limit: null,
	},
	{
		when: 'its own in the branch',
		company: 'branch',
		customer: customerIn('branch', { credit_limit: 300 }),
		limit: 300,
	},
	{
		when: 'its own, and is archived',
		company: 'byDefault',
		customer: async (world) => ({
			buyer: await world.in.byDefault.customer({ credit_limit: 300 }),
			archivesLater: true,
		}),
		limit: 300,
		refusedByCreditCheck: /is archived/,
	},
];

jest.setTimeout(300_000);

/** By the order of each history. */
interface Answers {
	readonly creditCheck: ReadonlyMap<number, number | null>;
	readonly refused: ReadonlyMap<number, string>;
	readonly release: ReadonlyMap<number, number | null>;
	readonly trigger: ReadonlyMap<number, number | null>;
}

const figures = z.object({
	reasons: z.array(
		z.object({ code: z.string(), figures: z.object({ limit: z.number().optional() }) }),
	),
});

const askNodes = async (
	{ user, credential }: LimitWorld,
	orderIds: readonly number[],
	sweep: ReturnType<typeof makeSweeper>,
): Promise<Answers> => {
	const told = await sweep(axiosClient(user));
	const checked = await checkLive(orderIds, { dryRun: true }, credential);
	const released = await releaseLive(
		orderIds,
		{ milestone: 'onOrder', dryRun: true, options: { recheckCredit: true } },
		{ credential },
	);
	expect(released.failed).toEqual([]);
	const limitHeld = (invoice: unknown) =>
		figures.parse(invoice).reasons.find(({ code }) => code === 'creditLimitExceeded')?.figures
			.limit ?? null;
	return {
		creditCheck: new Map(
			[...checked.approved, ...checked.needsApproval, ...checked.onHold].map(
				({ order, credit }) => [order.id, credit.limit],
			),
		),
		refused: new Map(checked.failed.map(({ order, error }) => [order.id, error?.message ?? ''])),
		release: new Map(
			[...released.released, ...released.held, ...released.nothing].map(({ order, invoice }) => [
				order.id,
				limitHeld(invoice),
			]),
		),
		trigger: new Map(
			told.map(({ order, event }) => [
				order.id,
				z.object({ limit: z.number() }).parse(event.detail).limit,
			]),
		),
	};
};

/** The limit that Odoo's warning on a quotation names, asked in the quotation's company. */
const odooLimit = async (
	world: LimitWorld,
	company: CompanyName,
	quotation: number,
): Promise<number | null> => {
	const [row] = await world.in[company].find(
		'sale.order',
		[['id', '=', quotation]],
		['partner_credit_warning'],
	);
	const warning = z.union([z.string(), z.literal(false)]).parse(row?.partner_credit_warning);
	const [, amount] = /credit limit of: \D*([\d,.]+)/.exec(warning || '') ?? [];
	return amount === undefined ? null : Number(amount.replace(/,/g, ''));
};

describe('the limit of a customer that has', () => {
	let world: LimitWorld;
	let answers: Answers;
	const orders = new Map<History, OrdersOfCustomer>();
	const ordersOf = (history: History): OrdersOfCustomer =>
		orders.get(history) ?? { order: 0, quotation: 0 };

	beforeAll(async () => {
		world = await makeLimitWorld();
		const sweep = makeSweeper(settingsFor(['creditLimitExceeded']));
		await sweep(axiosClient(world.user));
		for (const history of HISTORIES)
			orders.set(
				history,
				await orderBeyondLimit(world, history.company, await history.customer(world)),
			);
		answers = await askNodes(
			world,
			HISTORIES.map((history) => ordersOf(history).order),
			sweep,
		);
	});

	describe.each(HISTORIES)('$when', (history) => {
		const { limit, company } = history;

		it('is one to Credit Check', () => {
			const { order } = ordersOf(history);
			if (history.refusedByCreditCheck)
				expect(answers.refused.get(order)).toMatch(history.refusedByCreditCheck);
			else expect(answers.creditCheck.get(order)).toBe(limit);
		});

		it('to Release Invoice', () => {
			expect(answers.release.get(ordersOf(history).order)).toBe(limit);
		});

		it('to the Trigger', () => {
			const told = answers.trigger.get(ordersOf(history).order) ?? null;
			expect(told).toBe(history.silentTrigger ? null : limit);
		});

		it(`and to Odoo itself${history.odoo ? `, except that ${history.odoo.because}` : ''}`, async () => {
			const warned = await odooLimit(world, company, ordersOf(history).quotation);
			expect(warned).toBe(history.odoo ? history.odoo.limit : limit);
		});
	});
});
