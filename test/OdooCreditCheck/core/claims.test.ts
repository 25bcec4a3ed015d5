import { claimsOf, lastApprovals, scopeOf } from '../../../nodes/OdooCreditCheck/core/claims';

const claims = (scopes: readonly string[], size: number) =>
	claimsOf(scopes, (scope) => scope, { lastOf: (scope) => (scope === 'a' ? 41 : 0), size }).map(
		(batch) => batch.map(({ key }) => key),
	);

describe('the claims of approvals', () => {
	it('say which approval of their limit they follow', () => {
		expect(claims(['a', 'b', 'a'], 10)).toEqual([
			['credit_claim-a-41-1', 'credit_claim-a-41-2', 'credit_claim-b-0-1'],
		]);
	});

	it('are of one debt in all branches of a company, and follow what was approved in any of them', () => {
		const inBranch = { debtorKey: '7-1', key: '7-2', group: null };
		const above = { debtorKey: '7-1', key: '7-1', group: null };
		expect(scopeOf(inBranch)).toBe(scopeOf(above));
		const approvals = [
			{ accountId: 7, companyId: 1, messageId: 40 },
			{ accountId: 7, companyId: 2, messageId: 41 },
			{ accountId: 7, companyId: 3, messageId: 42 },
		];
		const last = lastApprovals(approvals, (companyId) => (companyId === 2 ? 1 : companyId));
		expect([...last]).toEqual([
			[scopeOf(above), 41],
			['7-3', 42],
		]);
	});

	it('are never parted within a limit, however many there are', () => {
		const sizes = (scopes: readonly string[]) => claims(scopes, 2).map(({ length }) => length);
		expect(sizes(['a', 'a', 'a', 'b', 'c'])).toEqual([3, 2]);
		expect(sizes(['a', 'b', 'b', 'c'])).toEqual([1, 2, 1]);
	});
});
