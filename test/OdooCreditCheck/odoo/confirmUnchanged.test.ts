import { planEffects } from '../../../nodes/OdooCreditCheck/core/plan';
import { confirmUnchanged } from '../../../nodes/OdooCreditCheck/odoo/confirmUnchanged';
import { fakeOdoo } from '../../support/fakeOdoo';
import { decideOne, EUR_ONLY, order, TODAY } from '../core/builders';
import { creditSettings } from '../creditSettings';

const named = (id: number, name = `Record ${id}`) => ({ id, display_name: name });
const row = (facts: Readonly<Record<string, unknown>> = {}) => ({
	id: 1,
	state: 'draft',
	amount_total: 100,
	company_id: named(1),
	currency_id: named(1, 'EUR'),
	payment_term_id: false,
	pricelist_id: false,
	team_id: false,
	user_id: named(11),
	partner_invoice_id: { id: 70, commercial_partner_id: named(7) },
	tag_ids: [],
	...facts,
});
const settings = creditSettings();
const plan = planEffects(
	decideOne({ orders: [order()], rules: settings.rules }),
	{
		facts: {
			orders: [],
			accounts: new Map(),
			rates: new Map([[1, EUR_ONLY]]),
			heldOrderIds: new Set(),
			today: TODAY,
		},
		asOf: `${TODAY}T10:00:00.000Z`,
	},
	settings,
);

/** @param shown the order each time it is read */
const confirm = async (...shown: readonly unknown[]) => {
	let reads = 0;
	const odoo = fakeOdoo({
		'sale.order.web_search_read': () => {
			const now = shown[Math.min(reads, shown.length - 1)];
			reads += 1;
			return { records: now === null ? [] : [now] };
		},
		'sale.order.action_confirm': () => true,
	});
	const { changed } = await confirmUnchanged(odoo.client(), [plan], settings.tags);
	return { changed: [...changed], confirmed: odoo.named('sale.order.action_confirm').length };
};

describe('a quotation that was approved', () => {
	it('is confirmed while it is what was decided', async () => {
		expect(await confirm(row(), row({ state: 'sale' }))).toEqual({ changed: [], confirmed: 1 });
	});

	it.each([
		{ what: 'another total', now: row({ amount_total: 500_000 }) },
		{
			what: 'another debtor',
			now: row({ partner_invoice_id: { id: 80, commercial_partner_id: named(8) } }),
		},
		{ what: 'another company', now: row({ company_id: named(2) }) },
		{ what: 'other payment terms', now: row({ payment_term_id: named(4) }) },
		{ what: 'another currency', now: row({ currency_id: named(2, 'USD') }) },
		{ what: 'another price list', now: row({ pricelist_id: named(5) }) },
		{ what: 'another team', now: row({ team_id: named(5) }) },
		{ what: 'another salesperson', now: row({ user_id: named(12) }) },
		{ what: 'a hold tag', now: row({ tag_ids: [{ id: 5, name: 'Credit Hold' }] }) },
		{ what: 'a cancellation', now: row({ state: 'cancel' }) },
		{ what: 'nothing left of it', now: null },
	])('is not confirmed with $what', async ({ now }) => {
		expect(await confirm(now)).toEqual({ changed: [1], confirmed: 0 });
	});

	it('is decided anew when it was edited in the very moment', async () => {
		const after = row({ state: 'sale', amount_total: 500_000 });
		expect(await confirm(row(), after)).toEqual({ changed: [1], confirmed: 1 });
	});
});
