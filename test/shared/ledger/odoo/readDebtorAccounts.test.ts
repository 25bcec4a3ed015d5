import { z } from 'zod';

import { accountKey, type Debtor } from '../../../../nodes/shared/ledger/core/debtor';
import { readAccountIds } from '../../../../nodes/shared/ledger/odoo/readAccountIds';
import { readDebtorAccounts } from '../../../../nodes/shared/ledger/odoo/readDebtorAccounts';
import type { OdooCall } from '../../../../nodes/shared/odoo/OdooTransport';
import { fakeOdoo } from '../../../support/fakeOdoo';

const search = z.object({
	args: z.object({
		domain: z.tuple([z.tuple([z.literal('id'), z.literal('in'), z.array(z.number())])]),
		fields: z.array(z.string()),
	}),
	context: z.object({ allowed_company_ids: z.array(z.number()), active_test: z.literal(false) }),
});

/** In each company, an account has a limit of a hundred times the company, and owes its own number. */
const partnersOf = (call: OdooCall) => {
	const { args, context } = search.parse(call);
	const [[, , ids]] = args.domain;
	const [company = 0] = context.allowed_company_ids;
	return ids.map((id) => ({
		id,
		credit: id,
		credit_limit: company * 100,
		...(args.fields.includes('use_partner_credit_limit')
			? { use_partner_credit_limit: company === 2 }
			: {}),
	}));
};

const world = (version?: number) => fakeOdoo({ 'res.partner.search_read': partnersOf }, version);

const debtor = (accountId: number, companyId: number): Debtor => ({ accountId, companyId });

describe('debtors', () => {
	it('are read in the company of the debt, each with its own limit or the default', async () => {
		const { client } = world();
		const accounts = await readDebtorAccounts(client(), [debtor(7, 1), debtor(7, 2), debtor(8, 2)]);
		expect(Object.fromEntries(accounts)).toEqual({
			[accountKey(7, 1)]: { receivable: 7, limit: { kind: 'companyDefault', amount: 100 } },
			[accountKey(7, 2)]: { receivable: 7, limit: { kind: 'own', amount: 200 } },
			[accountKey(8, 2)]: { receivable: 8, limit: { kind: 'own', amount: 200 } },
		});
	});

	it('have their own limit only, before Odoo 16', async () => {
		const { client, named } = world(15);
		const accounts = await readDebtorAccounts(client(), [debtor(7, 1)]);
		expect(accounts.get(accountKey(7, 1))?.limit).toEqual({ kind: 'own', amount: 100 });
		expect(named('res.partner.search_read')[0]?.args?.fields).not.toContain(
			'use_partner_credit_limit',
		);
	});

	it('take one call for each company and 200 debtors, however often they come', async () => {
		const { client, named } = world();
		const many = Array.from({ length: 300 }, (_, index) => debtor(index + 1, 1));
		const accounts = await readDebtorAccounts(client(), [...many, ...many, debtor(1, 2)]);
		expect(accounts.size).toBe(301);
		expect(named('res.partner.search_read')).toHaveLength(3);
	});

	it('take no call when there are none', async () => {
		const { client, named } = world();
		expect((await readDebtorAccounts(client(), [])).size).toBe(0);
		expect(named('res.partner.search_read')).toEqual([]);
	});

	it('are left out when they cannot be seen', async () => {
		const { client } = fakeOdoo({ 'res.partner.search_read': [] });
		expect((await readDebtorAccounts(client(), [debtor(7, 1)])).size).toBe(0);
	});
});

describe('the debtor behind a contact', () => {
	it('is the company it belongs to, or itself', async () => {
		const { client } = fakeOdoo({
			'res.partner.search_read': [
				{ id: 9, commercial_partner_id: [7, 'Company'] },
				{ id: 7, commercial_partner_id: [7, 'Company'] },
				{ id: 5, commercial_partner_id: false },
			],
		});
		expect(Object.fromEntries(await readAccountIds(client(), [9, 7, 5]))).toEqual({
			9: 7,
			7: 7,
			5: 5,
		});
	});
});
