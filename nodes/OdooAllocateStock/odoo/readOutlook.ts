import { unique } from '../../shared/core/collections';
import { promise, type Shortage } from '../core/promise';
import { ranksOf } from '../core/waiting';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { holdsOf, type Ledger } from './ledger';
import { readReceipts } from './readReceipts';
import type { AllocationSettings } from './settings';
import { readSubstitutes, type Proposal } from './readSubstitutes';

/** What can be said about what is short, by move. */
export interface Outlook {
	/** UTC (ISO 8601). */
	readonly expected: ReadonlyMap<number, string>;
	readonly ranks: ReadonlyMap<number, number>;
	readonly substitutes: ReadonlyMap<number, Proposal>;
}

/** What the lines still lack, the first in the queue first. */
const shortagesOf = (ledger: Ledger): Shortage[] =>
	ledger.targets.flatMap(({ move }) => {
		const quantity = move.asked - holdsOf(ledger, move);
		return quantity > 0 && !move.isUnlimited
			? [{ line: move.id, product: move.product.id, place: move.locationId, quantity }]
			: [];
	});

/** When the missing goods come, who gets them first, and what could take their place. */
export const readOutlook = async (
	client: OdooClient,
	ledger: Ledger,
	settings: AllocationSettings,
): Promise<Outlook> => {
	const shortages = shortagesOf(ledger);
	const short = new Set(shortages.map(({ product }) => product));
	const grains = new Map(
		ledger.targets.flatMap(({ move: { product, unit } }) =>
			short.has(product.id) ? [[product.id, unit.grain] as const] : [],
		),
	);
	const places = unique(shortages.map(({ place }) => place));
	const receipts = await readReceipts(client, { places, grains, days: settings.receiptDays });
	return {
		expected: promise(shortages, receipts),
		ranks: ranksOf(shortages),
		substitutes: await readSubstitutes(client, shortages, settings.substitution),
	};
};
