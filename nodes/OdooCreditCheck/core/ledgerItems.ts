import type { OpenItem } from './account';

/** An open receivable with the payments that Odoo knows of and has not booked: they left its residual as it was. */
interface UnbookedItem extends OpenItem {
	/** The residual in the item's own currency. */
	readonly inCurrency: number;
	readonly currencyId: number;
	readonly payments: readonly {
		readonly id: number;
		readonly amount: number;
		readonly currencyId: number;
	}[];
}

/**
 * What such payments cover is still owed and no longer late. A payment of several invoices covers those that are due
 * first, one in another currency the whole item.
 */
export const ledgerItemsOf = (items: readonly UnbookedItem[]): OpenItem[] => {
	const left = new Map<number, number>();
	const byAge = [...items].sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
	return byAge.flatMap(({ state, amount, dueOn, inCurrency, currencyId, payments }) => {
		if (state === 'draft' || amount <= 0 || inCurrency <= 0) return [{ state, amount, dueOn }];
		let open = inCurrency;
		for (const payment of payments) {
			const paid = left.get(payment.id) ?? payment.amount;
			const covers = payment.currencyId === currencyId ? Math.min(open, paid) : open;
			open -= covers;
			left.set(payment.id, paid - covers);
		}
		const late = (amount * open) / inCurrency;
		return [
			{ state, amount: late, dueOn },
			{ state, amount: amount - late, dueOn: null },
		].filter((item) => item.amount !== 0);
	});
};
