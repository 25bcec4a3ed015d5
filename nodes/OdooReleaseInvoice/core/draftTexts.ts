import { groupBy, unique } from '../../shared/core/collections';
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
	const given = unique(texts.filter((text) => text !== null));
	return given.length > 0 ? given.join(separator) : null;
};

/**
 * The texts of each draft of these orders; a draft for several gets the texts of all of them.
 * @param dateOf the date for a draft that has none; null leaves it to Odoo, which takes the day of the posting
 */
export const draftTexts = (
	orders: readonly InvoicingOrder[],
	dateOf: (order: InvoicingOrder) => string | null,
): DraftTexts[] => {
	const drafts = orders.flatMap((order) => draftsOf(order).map((draft) => ({ order, draft })));
	return [...groupBy(drafts, ({ draft }) => draft.id)].flatMap(([id, shared]) => {
		const [first] = shared;
		if (!first) return [];
		const { draft } = first;
		const supplied = shared.map(({ order }) => order.supplied);
		const reference = joined(
			supplied.map((texts) => texts.reference),
			', ',
		);
		const narration = joined(
			supplied.map((texts) => texts.narration),
			'\n',
		);
		return [
			{
				id,
				date: draft.date === null ? dateOf(first.order) : null,
				reference: reference === draft.reference ? null : reference,
				narration:
					narration !== null && (draft.narration ?? '').includes(narration) ? null : narration,
			},
		];
	});
};
