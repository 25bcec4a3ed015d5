import { z } from 'zod';

import type { DraftTexts } from '../core/draftTexts';
import { chunksOf } from '../../shared/odoo/batches';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { draftsAmong } from './postInvoices';
import { settle } from './settle';

const loadAnswer = z.object({
	ids: z.union([z.array(z.number()), z.literal(false)]),
	messages: z.array(z.object({ message: z.string() }).passthrough()).default([]),
});

const columnsOf = ({
	date,
	reference,
	narration,
}: DraftTexts): { readonly [column: string]: string } => ({
	...(date === null ? {} : { invoice_date: date }),
	...(reference === null ? {} : { ref: reference }),
	...(narration === null ? {} : { narration }),
});

/**
 * Writes date, reference and narration on drafts, each its own, 200 drafts in a call: an import updates many records
 * with different values, `write` would need a call for each. @returns why a draft was not written
 */
export const dressDrafts = async (
	client: OdooClient,
	drafts: readonly DraftTexts[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const failures: (readonly [number, OdooError])[] = [];
	for (const [columns, group] of groupByColumns(drafts)) {
		if (columns === '') continue;
		const byId = new Map(group.map((draft) => [draft.id, draft]));
		for (const ids of chunksOf([...byId.keys()], client.batchSize))
			failures.push(
				...(await settle(client, ids, {
					act: async (some) =>
						await load(
							client,
							some.flatMap((id) => byId.get(id) ?? []),
						),
					pending: async (some) => await draftsAmong(client, some),
				})),
			);
	}
	return new Map(failures);
};

const groupByColumns = (drafts: readonly DraftTexts[]): Map<string, DraftTexts[]> => {
	const groups = new Map<string, DraftTexts[]>();
	for (const draft of drafts) {
		const key = Object.keys(columnsOf(draft)).join();
		groups.set(key, [...(groups.get(key) ?? []), draft]);
	}
	return groups;
};

const load = async (client: OdooClient, drafts: readonly DraftTexts[]): Promise<void> => {
	const columns = Object.keys(drafts[0] ? columnsOf(drafts[0]) : {});
	const data = drafts.map((draft) => [String(draft.id), ...Object.values(columnsOf(draft))]);
	const answer = loadAnswer.parse(
		await client.call('account.move', 'load', { args: { fields: ['.id', ...columns], data } }),
	);
	if (answer.ids !== false && answer.ids.length === drafts.length) return;
	const said =
		answer.messages.map(({ message }) => message).join(' ') ||
		'Odoo wrote nothing and gave no reason';
	const kind = /could not serialize|concurrent|deadlock/i.test(said) ? 'conflict' : 'validation';
	throw new OdooError({ kind, call: 'account.move.load', reason: said });
};
