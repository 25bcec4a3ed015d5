import { z } from 'zod';

import type { OdooDomain } from '../../odoo/domain';
import type { OdooClient } from '../../odoo/OdooClient';
import { id, optionalText } from '../../odoo/records/fields';
import { defineRecord } from '../../odoo/records/record';
import { ensureDocumentMessages } from './documentMessages';
import type { EnsuredRecords } from './ensureOnce';
import { HIDDEN, hiddenColumns } from './hiddenMessage';
import { messageId, messageIdLike } from './messageIds';
import { madeByPipeline } from './ownRecords';
import type { DocumentRow } from './takenKeys';

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

const record = defineRecord(MESSAGE, { id, subject: optionalText });

/** Records the facts that are not there yet, 200 in a call, and reads them back. @returns the record's id by key */
export const ensureFacts = async (
	client: OdooClient,
	facts: readonly Fact[],
): Promise<EnsuredRecords> => {
	const { version } = await client.session();
	return await ensureDocumentMessages(client, {
		rows: facts.map((fact) => toRow(version, fact)),
		areGuarded: false,
	});
};

const toRow = (
	version: number,
	{ key, kind, model, recordId, content, label }: Fact,
): DocumentRow => ({
	key,
	document: { model, recordId },
	label: `a record of the pipeline: ${label}`,
	columns: {
		model,
		res_id: String(recordId),
		...hiddenColumns(version),
		message_id: messageId(key, kind),
		subject: JSON.stringify(content),
		body: label,
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

/** Those that the pipeline made, oldest first. One whose subject does not fit the content was edited, and is no fact. */
export const findFacts = async <Content>(
	client: OdooClient,
	content: z.ZodType<Content, z.ZodTypeDef, unknown>,
	domain: OdooDomain,
): Promise<FoundFact<Content>[]> => {
	const written = json.pipe(content);
	const own = [await madeByPipeline(client), ...domain];
	const found = await client.search(record, ['id', 'subject'], own, { order: 'id' });
	return found.flatMap(({ id: factId, subject }): FoundFact<Content>[] => {
		const parsed = written.safeParse(subject ?? '');
		return parsed.success ? [{ id: factId, content: parsed.data }] : [];
	});
};
