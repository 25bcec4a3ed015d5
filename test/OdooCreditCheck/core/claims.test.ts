import { claimsOf } from '../../../nodes/OdooCreditCheck/core/claims';

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

	it('are never parted within a limit, however many there are', () => {
		const sizes = (scopes: readonly string[]) => claims(scopes, 2).map(({ length }) => length);
		expect(sizes(['a', 'a', 'a', 'b', 'c'])).toEqual([3, 2]);
		expect(sizes(['a', 'b', 'b', 'c'])).toEqual([1, 2, 1]);
	});
});
