import { ledgerItemsOf } from '../../../nodes/OdooCreditCheck/core/ledgerItems';

const item = (
	id: number,
	amount: number,
	payments: readonly (readonly [number, number, number])[],
) => ({
	state: 'posted' as const,
	amount,
	inCurrency: amount * 2,
	currencyId: 2,
	dueOn: `2026-01-0${id}`,
	payments: payments.map(([key, paid, currencyId]) => ({ id: key, amount: paid, currencyId })),
});

it.each([
	['nothing is paid', [item(1, 100, [])], [[100, '2026-01-01']]],
	['all is paid and not booked', [item(1, 100, [[5, 200, 2]])], [[100, null]]],
	[
		'a quarter is',
		[item(1, 100, [[5, 50, 2]])],
		[
			[75, '2026-01-01'],
			[25, null],
		],
	],
	['in another currency', [item(1, 100, [[5, 1, 3]])], [[100, null]]],
	[
		'one payment of two invoices covers the older first',
		[item(2, 100, [[5, 250, 2]]), item(1, 100, [[5, 250, 2]])],
		[
			[100, null],
			[75, '2026-01-02'],
			[25, null],
		],
	],
])('%s', (_case, items, expected) => {
	expect(ledgerItemsOf(items).map(({ amount, dueOn }) => [amount, dueOn])).toEqual(expected);
});
