import { readExceeded } from '../../../nodes/OdooOrderTrigger/odoo/readExceeded';
import { accountKey } from '../../../nodes/shared/ledger/core/debtor';
import { fakeOdoo } from '../../support/fakeOdoo';

const BY_DEFAULT = 7;
const OWN_ZERO = 8;
const WITHOUT = 9;

const world = () =>
	fakeOdoo({
		'res.partner.search_read': [
			{ id: BY_DEFAULT, credit: 5_000, credit_limit: 1_000, use_partner_credit_limit: false },
			{ id: OWN_ZERO, credit: 5_000, credit_limit: 0, use_partner_credit_limit: true },
			{ id: WITHOUT, credit: 5_000, credit_limit: 0, use_partner_credit_limit: false },
		],
		'account.move.line.search_read': [BY_DEFAULT, OWN_ZERO, WITHOUT].map((id) => ({
			id,
			partner_id: [id, 'Customer'],
			amount_residual: 5_000,
		})),
		'sale.order.line.search_read': [],
	});

const debtors = [BY_DEFAULT, OWN_ZERO, WITHOUT].map((accountId) => ({ accountId, companyId: 1 }));

describe('an exceeded credit limit', () => {
	it("is reported for the company's default, and never for a zero", async () => {
		const exceeded = await readExceeded(world().client(), debtors);
		expect(Object.fromEntries(exceeded)).toEqual({
			[accountKey(BY_DEFAULT, 1)]: { exposure: 5_000, limit: 1_000 },
		});
	});

	it('asks only for those that have a limit, each once', async () => {
		const { client, named } = world();
		await readExceeded(client(), [...debtors, ...debtors]);
		expect(named('res.partner.search_read')).toHaveLength(1);
		expect(named('account.move.line.search_read')[0]?.args?.domain).toContainEqual([
			'partner_id',
			'in',
			[BY_DEFAULT],
		]);
		expect(named('sale.order.line.search_read')).toHaveLength(1);
	});
});
