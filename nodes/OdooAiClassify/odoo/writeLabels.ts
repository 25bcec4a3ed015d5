import { groupValues } from '../../shared/core/collections';
import { asOdooError, type OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { ensureNotes, findNotes, type Note } from '../../shared/traces/odoo/notes';
import { readBack, type OrderEffect } from '../../shared/traces/odoo/readBack';
import { addTag, ensureTag, tagEffect } from '../../shared/traces/odoo/tags';
import type { Classification } from '../core/classification';
import { labelNote } from './labelNote';
import type { ClassifiedOrder } from './readOrderTexts';

/** A classification to leave on its order. */
export interface LabelRecord {
	readonly order: ClassifiedOrder;
	readonly classification: Classification;
	/** The label as people read it; null when there is none. */
	readonly title: string | null;
	/** What tells this text from any other; part of the note's identity. */
	readonly textHash: string;
	readonly writesNote: boolean;
	/** Null for no tag. */
	readonly tag: string | null;
}

/** What could not be written, by order id. */
export type LabelFailures = ReadonlyMap<number, OdooError>;

const NOTE_PREFIX = 'classify_';

const noteKey = ({ order, classification, textHash }: LabelRecord): string =>
	`${NOTE_PREFIX}${order.id}_${textHash}_${(classification.label ?? 'review').replace(/[^A-Za-z0-9_-]/g, '-')}`;

/**
 * Leaves notes and tags, each once: the same label of the same text is noted a single time. Two calls for 200 notes,
 * two or three for each different tag, and one that reads the tags back.
 */
export const writeLabels = async (
	client: OdooClient,
	records: readonly LabelRecord[],
): Promise<LabelFailures> => {
	const noted = await writeNotes(
		client,
		records.filter(({ writesNote }) => writesNote),
	);
	const tagged = await writeTags(client, records);
	return new Map([...tagged, ...noted]);
};

/** Looks first: an import takes locks even for a note that is there already. */
const writeNotes = async (
	client: OdooClient,
	records: readonly LabelRecord[],
): Promise<LabelFailures> => {
	if (records.length === 0) return new Map();
	const there = await findNotes(client, {
		model: 'sale.order',
		recordIds: records.map(({ order }) => order.id),
		keyPrefix: NOTE_PREFIX,
	});
	const keys = new Set(there.map(({ key }) => key));
	const lacking = records.filter((record) => !keys.has(noteKey(record)));
	const { failed } = await ensureNotes(client, lacking.map(toNote));
	return new Map(
		lacking.flatMap((record) => {
			const error = failed.get(noteKey(record));
			return error ? [[record.order.id, error] as const] : [];
		}),
	);
};

const toNote = (record: LabelRecord): Note => ({
	key: noteKey(record),
	model: 'sale.order',
	recordId: record.order.id,
	html: labelNote(record.classification, record.title),
});

const writeTags = async (
	client: OdooClient,
	records: readonly LabelRecord[],
): Promise<LabelFailures> => {
	const byTag = groupValues(
		records,
		({ tag }) => tag,
		({ order }) => order,
	);
	const failures: [number, OdooError][] = [];
	const tagged: OrderEffect[] = [];
	for (const [name, orders] of byTag) {
		if (name === null) continue;
		const tagId = await ensureTag(client, name).catch(asOdooError);
		if (typeof tagId !== 'number') {
			failures.push(...orders.map(({ id }): [number, OdooError] => [id, tagId]));
			continue;
		}
		const lacking = orders.filter(({ tagIds }) => !tagIds.includes(tagId)).map(({ id }) => id);
		if (lacking.length === 0) continue;
		const { done, failed } = await addTag(client, lacking, tagId);
		failures.push(...failed);
		tagged.push(...done.map((id) => tagEffect(id, tagId, true)));
	}
	return new Map([...failures, ...(await readBack(client, tagged))]);
};
