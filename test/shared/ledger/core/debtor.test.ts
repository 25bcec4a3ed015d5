import {
	accountKey,
	accountsByCompany,
	distinctDebtors,
} from '../../../../nodes/shared/ledger/core/debtor';

describe('a debtor', () => {
	it('is one account in one company', () => {
		expect(accountKey(7, 1)).toBe(accountKey(7, 1));
		expect(accountKey(7, 1)).not.toBe(accountKey(1, 7));
		expect(accountKey(11, 1)).not.toBe(accountKey(1, 11));
	});

	it('comes once, in the order of the first', () => {
		expect(
			distinctDebtors([
				{ accountId: 8, companyId: 1 },
				{ accountId: 7, companyId: 2 },
				{ accountId: 8, companyId: 1 },
				{ accountId: 8, companyId: 2 },
			]),
		).toEqual([
			{ accountId: 8, companyId: 1 },
			{ accountId: 7, companyId: 2 },
			{ accountId: 8, companyId: 2 },
		]);
	});

	it('stands among the accounts of its company', () => {
		const found = accountsByCompany([
			{ accountId: 8, companyId: 1 },
			{ accountId: 7, companyId: 2 },
			{ accountId: 9, companyId: 1 },
		]);
		expect([...found]).toEqual([
			[1, [8, 9]],
			[2, [7]],
		]);
	});
});
