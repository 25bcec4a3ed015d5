import { z } from 'zod';

import type { OdooDomain } from '../../odoo/domain';
import type { OdooClient } from '../../odoo/OdooClient';
import { id, optionalText } from '../../odoo/records/fields';
import { defineRecord } from '../../odoo/records/record';
import type { OnceRow } from './ensureOnce';
import { messageId, messageIdLike } from './messageIds';

/**
 * What nodes leave on a document for each other: JSON in the subject of a message of the type that no chatter shows. Any
 * user who may write on the document can make one, and it goes with the document. A body would not do: Odoo rewrites it.
 */
export interface Fact {
	/** Unique among all traces; letters, digits, `_`, `-`. */
	readonly key: string;
	/** Facts of one sort: `event`. */
	readonly kind: string;
	/** Model of the document, as `sale.order`. */
	readonly model: string;
	readonly recordId: number;
	/** What JSON can say. */
	readonly content: object;
	/** What it says, for a person who comes upon it in Odoo's technical menus. */
	readonly label: string;
}

const MESSAGE = 'mail.message';
const HIDDEN = 'user_notification';

const record = defineRecord(MESSAGE, { id, subject: optionalText });

/** Before that Odoo fails when it has to work out whereto an answer to such a message would go. */
const FIRST_WITHOUT_REPLY_TO = 19;

/** For `ensureOnce` of `mail.message`. */
export const toFactRow = (
	version: number,
	{ key, kind, model, recordId, content, label }: Fact,
): OnceRow => ({
	key,
	columns: {
		model,
		res_id: String(recordId),
		message_type: HIDDEN,
		message_id: messageId(key, kind),
		subject: JSON.stringify(content),
		body: label,
		...(version < FIRST_WITHOUT_REPLY_TO ? { reply_to: '' } : {}),
	},
});

/** Facts of one kind on documents of one model, whose key begins so. */
export const factsLike = ({
	kind,
	model,
	keyPrefix,
}: Pick<Fact, 'kind' | 'model'> & { readonly keyPrefix: string }): OdooDomain => [
	['model', '=', model],
	['message_type', '=', HIDDEN],
	['message_id', '=like', messageIdLike(keyPrefix, kind)],
];

const json = z.string().transform((written, context): unknown => {
	try {
		return JSON.parse(written);
	} catch (error) {
		context.addIssue({ code: 'custom', message: String(error) });
		return z.NEVER;
	}
});

interface FoundFact<Content> {
	/** The record's id in Odoo; grows with time. */
	readonly id: number;
	readonly content: Content;
}

/** Oldest first. Anybody may edit a message's subject: one that does not fit the content is no fact. */
export const findFacts = async <Content>(
	client: OdooClient,
	content: z.ZodType<Content, z.ZodTypeDef, unknown>,
	domain: OdooDomain,
): Promise<FoundFact<Content>[]> => {
	const written = json.pipe(content);
	const found = await client.search(record, ['id', 'subject'], domain, { order: 'id' });
	return found.flatMap(({ id: factId, subject }): FoundFact<Content>[] => {
		const parsed = written.safeParse(subject ?? '');
		return parsed.success ? [{ id: factId, content: parsed.data }] : [];
	});
};
