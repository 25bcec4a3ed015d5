import { draftsOf } from './drafts';
import type { InvoicingOrder } from './facts';

/** What a draft gets before it is posted; null leaves what it has. */
export interface DraftTexts {
	readonly id: number;
	/** `YYYY-MM-DD` */
	readonly date: string | null;
	readonly reference: string | null;
	/** HTML. */
	readonly narration: string | null;
}

const joined = (texts: readonly (string | null)[], separator: string): string | null => {
	const given = [...new Set(texts.filter((text) => text !== null))];
	return given.length > 0 ? given.join(separator) : null;
};

/**
 * The texts of each draft of these orders; a draft that bills several gets the texts of all of them.
 * @param dateOf the date for a draft that has none; null leaves it to Odoo, which takes the day of the posting
 */
export const draftTexts = (
	orders: readonly InvoicingOrder[],
	dateOf: (order: InvoicingOrder) => string | null,
): DraftTexts[] => {
	const ordersOf = new Map<number, InvoicingOrder[]>();
	for (const order of orders)
		for (const { id } of draftsOf(order)) ordersOf.set(id, [...(ordersOf.get(id) ?? []), order]);
	return [...ordersOf].flatMap(([id, billed]) => {
		const [first] = billed;
		const draft = first ? draftsOf(first).find((candidate) => candidate.id === id) : undefined;
		if (!first || !draft) return [];
		const reference = joined(
			billed.map(({ supplied }) => supplied.reference),
			', ',
		);
		const narration = joined(
			billed.map(({ supplied }) => supplied.narration),
			'\n',
		);
		return [
			{
				id,
				date: draft.date === null ? dateOf(first) : null,
				reference: reference === draft.reference ? null : reference,
				narration:
					narration !== null && (draft.narration ?? '').includes(narration) ? null : narration,
			},
		];
	});
};
