import type { OdooError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { accountMove } from '../records/accountMove';
import { settle } from './settle';

/** A draft to post, with the date it gets; null leaves its own. */
export interface Posting {
	readonly id: number;
	readonly date: string | null;
}

/** Dates and posts drafts; one that somebody else posted meanwhile counts as done. @returns why a draft is not posted */
export const postInvoices = async (
	client: OdooClient,
	postings: readonly Posting[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const dates = new Set(postings.flatMap(({ date }) => date ?? []));
	const undated = new Map<number, OdooError>();
	for (const date of dates) {
		const ids = postings.filter((posting) => posting.date === date).map(({ id }) => id);
		const refused = await settle(client, ids, {
			act: async (some) =>
				await client.call('account.move', 'write', {
					ids: some,
					args: { vals: { invoice_date: date } },
				}),
			pending: async (some) =>
				await draftsAmong(client, some, (invoiceDate) => invoiceDate !== date),
		});
		for (const [id, error] of refused) undated.set(id, error);
	}
	const ready = postings.map(({ id }) => id).filter((id) => !undated.has(id));
	const unposted = await settle(client, ready, {
		act: async (ids) => await client.call('account.move', 'action_post', { ids }),
		pending: async (ids) => await draftsAmong(client, ids, () => true),
	});
	return new Map([...undated, ...unposted]);
};

const draftsAmong = async (
	client: OdooClient,
	ids: readonly number[],
	isOpen: (date: string | null) => boolean,
): Promise<number[]> => {
	const found = await client.read(accountMove, ['id', 'state', 'invoice_date'], ids);
	return found.flatMap(({ id, state, invoice_date: date }) =>
		state === 'draft' && isOpen(date) ? [id] : [],
	);
};
