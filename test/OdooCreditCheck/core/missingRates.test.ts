import { withRates } from '../../../nodes/OdooCreditCheck/core/missingRates';
import { account, EUR_ONLY, open, order, TODAY } from './builders';

const other = account({ key: '8-1', account: { id: 8, name: 'Deco Addict' } });
const facts = (accounts: readonly ReturnType<typeof account>[]) => ({
	accounts: new Map(accounts.map((one) => [one.key, one])),
	orders: [
		order({ id: 1 }),
		order({ id: 2, currency: 'XXX' }),
		order({ id: 3, accountKey: '8-1' }),
	],
	rates: new Map([[1, EUR_ONLY]]),
	heldOrderIds: new Set<number>(),
	today: TODAY,
});
const failedOf = (accounts: readonly ReturnType<typeof account>[]) =>
	[...withRates(facts(accounts)).failed].map(([id, { currency }]) => [id, currency]);

it('an order in a currency without a rate fails, and no other', () => {
	expect(failedOf([account(), other])).toEqual([[2, 'XXX']]);
	expect(withRates(facts([account(), other])).facts.orders.map(({ id }) => id)).toEqual([1, 3]);
});

it('a debtor with such an order open has no exposure', () => {
	const foreign = account({ orders: [open({ currency: 'YYY' })] });
	expect(failedOf([foreign, other])).toEqual([
		[1, 'YYY'],
		[2, 'XXX'],
	]);
});

it('neither has who shares a limit with him', () => {
	const group = { key: 'group-5-1', limit: 1_500 };
	const foreign = account({ orders: [open({ currency: 'YYY' })], group });
	expect(failedOf([foreign, { ...other, group }]).map(([id]) => id)).toEqual([1, 2, 3]);
});

it('of which nothing is open it does not matter', () => {
	const done = account({ orders: [open({ currency: 'YYY', undelivered: 0 })] });
	expect(failedOf([done, other])).toEqual([[2, 'XXX']]);
});
