import type { OdooClient } from '../../odoo/OdooClient';
import { message } from '../../odoo/records/party';
import { ensureDocumentMessages } from './documentMessages';
import type { EnsuredRecords } from './ensureOnce';
import { keyOfMessage, messageId, messageIdLike } from './messageIds';
import { madeByPipeline } from './ownRecords';

/** An internal note in a document's chatter, written exactly once for its key. */
export interface Note {
	/** What makes two notes the same: the same decision on the same facts has the same key. Letters, digits, `_`, `-`. */
	readonly key: string;
	/** Model of the document, as `sale.order`. */
	readonly model: string;
	readonly recordId: number;
	/** Body; every value in it escaped by `escapeHtml`. */
	readonly html: string;
	/** What the note is found by later, when that says more than the key; letters, digits, `_`, `-`. */
	readonly reference?: string;
}

const toColumns = ({ key, model, recordId, html, reference = key }: Note) => ({
	model,
	res_id: String(recordId),
	body: html,
	message_type: 'comment',
	'subtype_id/id': 'mail.mt_note',
	message_id: messageId(reference),
});

interface Keys {
	/** Money depends on them: outsiders cannot guess them, and the note that stands under one may be another run's. */
	readonly areGuarded: boolean;
}

/**
 * Writes the notes that are not there yet, 200 in a call, and reads them back, 1,000 in a call. `message_post` would need
 * a call for each and cannot tell a repeat; an import with external ids does both, for any user who may write on the
 * document.
 * @returns the message's id by key, and what Odoo refused by key
 */
export const ensureNotes = async (
	client: OdooClient,
	notes: readonly Note[],
	{ areGuarded }: Keys = { areGuarded: false },
): Promise<EnsuredRecords> =>
	await ensureDocumentMessages(client, {
		rows: notes.map((note) => ({
			key: note.key,
			columns: toColumns(note),
			document: note,
			label: 'a note of this document',
		})),
		areGuarded,
	});

/** For `=like` on a message's id: the notes whose key (or reference) begins so. */
export const noteIdLike = (keyPrefix: string): string => messageIdLike(keyPrefix);

/** The key (or reference) of a note, from its message's id. */
export const noteKeyOf = (id: string | null): string => keyOfMessage(id);

interface FoundNote {
	readonly key: string;
	readonly recordId: number;
}

interface NoteSearch {
	/** Of the documents, as `sale.order`. */
	readonly model: string;
	readonly recordIds: readonly number[];
	readonly keyPrefix: string;
}

/** The notes on these documents whose key begins with the prefix, oldest first; one call for 200 documents. */
export const findNotes = async (
	client: OdooClient,
	{ model, recordIds, keyPrefix }: NoteSearch,
): Promise<FoundNote[]> => {
	const found = await client.searchIn(
		message,
		['id', 'res_id', 'message_id'],
		'res_id',
		recordIds,
		[
			['model', '=', model],
			['message_id', '=like', noteIdLike(keyPrefix)],
			await madeByPipeline(client),
		],
	);
	return found.map(({ res_id: recordId, message_id: key }) => ({
		recordId,
		key: noteKeyOf(key),
	}));
};

/** The latest note of any of the nodes on each document, by the document's id; one call for 200 documents. */
export const latestNotes = async (
	client: OdooClient,
	model: string,
	recordIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
	const found = await client.searchIn(message, ['id', 'res_id'], 'res_id', recordIds, [
		['model', '=', model],
		['message_id', '=like', noteIdLike('')],
		await madeByPipeline(client),
	]);
	return new Map(found.map(({ id, res_id: recordId }) => [recordId, id]));
};
