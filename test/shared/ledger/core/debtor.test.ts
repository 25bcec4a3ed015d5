import { accountKey, distinctDebtors } from '../../../../nodes/shared/ledger/core/debtor';

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
});
