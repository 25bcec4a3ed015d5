import { ensureOnce, type EnsuredRecords } from './ensureOnce';
import type { OdooClient } from '../../odoo/OdooClient';
import { message } from '../../odoo/records/party';

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

/** Searchable on the message; notes of one kind share the beginning of their key. */
const messageId = (key: string): string => `<${key}@n8n-o2c>`;

const toColumns = ({ key, model, recordId, html, reference = key }: Note) => ({
	model,
	res_id: String(recordId),
	body: html,
	message_type: 'comment',
	'subtype_id/id': 'mail.mt_note',
	message_id: messageId(reference),
});

/**
 * Writes the notes that are not there yet, 200 in a call. `message_post` would need a call for each and cannot tell a
 * repeat; an import with external ids does both, for any user who may write on the document.
 * @returns the message's id by key, and what Odoo refused by key
 */
export const ensureNotes = async (
	client: OdooClient,
	notes: readonly Note[],
): Promise<EnsuredRecords> =>
	await ensureOnce(
		client,
		'mail.message',
		notes.map((note) => ({ key: note.key, columns: toColumns(note) })),
	);

/** For `=like` on a message's id: the notes whose key (or reference) begins so. */
export const noteIdLike = (keyPrefix: string): string =>
	`<${keyPrefix.replace(/[_%\\]/g, '\\$&')}%@n8n-o2c>`;

/** The key (or reference) of a note, from its message's id. */
export const noteKeyOf = (id: string | null): string => (id ?? '').slice(1, -'@n8n-o2c>'.length);

export interface FoundNote {
	readonly id: number;
	readonly key: string;
	readonly recordId: number;
	readonly html: string;
}

/** The notes on these documents whose key begins with the prefix, oldest first; one call for 200 documents. */
export const findNotes = async (
	client: OdooClient,
	model: string,
	recordIds: readonly number[],
	keyPrefix: string,
): Promise<FoundNote[]> => {
	const found = await client.searchIn(
		message,
		['id', 'res_id', 'body', 'message_id'],
		'res_id',
		recordIds,
		[
			['model', '=', model],
			['message_id', '=like', noteIdLike(keyPrefix)],
		],
	);
	return found.map(({ id, res_id: recordId, body, message_id: key }) => ({
		id,
		recordId,
		key: noteKeyOf(key),
		html: body ?? '',
	}));
};

const ENTITIES: { readonly [character: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
