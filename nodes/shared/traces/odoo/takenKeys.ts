import { escapeHtml } from '../../core/html';
import type { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import { many2one } from '../../odoo/records/fields';
import { defineRecord } from '../../odoo/records/record';
import { ensureOnce, type EnsuredOnce, type OnceRow } from './ensureOnce';
import { messageId } from './messageIds';
import { ownMessages, type Document } from './ownRecords';

/** A record on a document that exists exactly once, for its key. */
export interface DocumentRow extends OnceRow {
	readonly document: Document;
	/** What it is, for people: `the note about a decision`. */
	readonly label: string;
}

/**
 * Tells on each document that somebody else had taken a key of its records: in a note, which people read there, once. No
 * call when none was. A key that could not be told of is a failure.
 * @param made what was wanted, with what stood in the way
 */
export const tellOfTaken = async (
	client: OdooClient,
	model: string,
	{ rows, made }: { readonly rows: readonly DocumentRow[]; readonly made: EnsuredOnce },
): Promise<EnsuredOnce> => {
	const { taken } = made;
	if (taken.size === 0) return made;
	const makers = await readMakers(client, model, [...taken.values()]);
	const concerned = rows.filter(({ key }) => taken.has(key));
	const notes = concerned.map((row) => toNote(row, makers.get(taken.get(row.key) ?? 0)));
	const told = await ensureOnce(client, {
		model: 'mail.message',
		rows: notes,
		isGuarded: true,
		verify: async (_rows, ids) => {
			const ours = new Map(await ownMessages(client, [...ids.values()]));
			return new Set([...ids].filter(([, id]) => ours.has(id)).map(([key]) => key));
		},
	});
	const untold = concerned.flatMap(({ key }): [string, OdooError][] => {
		const error = told.failed.get(noteKey(key));
		return error ? [[key, error]] : [];
	});
	return { ...made, failed: new Map([...made.failed, ...untold]) };
};

const KIND = 'taken';

const noteKey = (key: string): string => `taken_${key}`;

const toNote = ({ key, document, label }: DocumentRow, maker: string | undefined): OnceRow => ({
	key: noteKey(key),
	columns: {
		model: document.model,
		res_id: String(document.recordId),
		body: textOf(label, maker),
		message_type: 'comment',
		'subtype_id/id': 'mail.mt_note',
		// No answer to an event, as the other notes are.
		message_id: messageId(noteKey(key), KIND),
	},
});

const textOf = (label: string, maker: string | undefined): string => {
	const who =
		maker === undefined ? 'Somebody whose record cannot be read' : `<b>${escapeHtml(maker)}</b>`;
	return [
		'<p><strong>An identity was taken</strong></p>',
		`<p>${who} made a record in Odoo under the identity of ${escapeHtml(label)}. It counts for nothing, and the work was done under another identity. `,
		'If this user works for the pipeline, name it in the credential under Pipeline Users; if not, ask an administrator of Odoo to look into it.</p>',
	].join('');
};

/** The names of those who made these records, as far as they can be read. */
const readMakers = async (
	client: OdooClient,
	model: string,
	ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, string>> => {
	const made = defineRecord(model, { create_uid: many2one });
	const found = await client.read(
		made,
		['create_uid'],
		ids.flatMap((id) => id ?? []),
	);
	return new Map(found.flatMap(({ id, create_uid: by }) => (by ? [[id, by.name] as const] : [])));
};
