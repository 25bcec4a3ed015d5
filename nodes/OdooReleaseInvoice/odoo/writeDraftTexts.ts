import { z } from 'zod';

import { groupBy, indexBy } from '../../shared/core/collections';
import type { DraftTexts } from '../core/draftTexts';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readDraftsAmong } from './readDraftsAmong';
import { settle, type Failures } from './settle';
import { answerIn } from '../../shared/odoo/unexpectedAnswer';

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
 * with different values, where `write` would need a call for each. @returns why a draft was not written
 */
export const writeDraftTexts = async (
	client: OdooClient,
	drafts: readonly DraftTexts[],
): Promise<Failures> => {
	const failures: (readonly [number, OdooError])[] = [];
	const groups = groupBy(drafts, (draft) => Object.keys(columnsOf(draft)).join());
	for (const [columns, group] of groups) {
		if (columns === '') continue;
		const byId = indexBy(group, ({ id }) => id);
		const draftsOf = (ids: readonly number[]) => ids.flatMap((id) => byId.get(id) ?? []);
		failures.push(
			...(await settle(client, [...byId.keys()], {
				act: async (ids) => await load(client, draftsOf(ids)),
				pending: async (ids) => await readDraftsAmong(client, ids),
			})),
		);
	}
	return new Map(failures);
};

const load = async (client: OdooClient, drafts: readonly DraftTexts[]): Promise<void> => {
	const columns = Object.keys(drafts[0] ? columnsOf(drafts[0]) : {});
	const data = drafts.map((draft) => [String(draft.id), ...Object.values(columnsOf(draft))]);
	const answer = answerIn(
		'account.move.load',
		loadAnswer,
		await client.call('account.move', 'load', { args: { fields: ['.id', ...columns], data } }),
	);
	if (answer.ids !== false && answer.ids.length === drafts.length) return;
	const said =
		answer.messages.map(({ message }) => message).join(' ') ||
		'Odoo wrote nothing and gave no reason';
	const kind = /could not serialize|concurrent|deadlock/i.test(said) ? 'conflict' : 'validation';
	throw new OdooError({ kind, call: 'account.move.load', reason: said });
};
