import type { Classification } from '../core/decide';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { ensureNotes, escapeHtml, findNotes, type Note } from '../../shared/traces/odoo/notes';
import { addTag, ensureTag } from '../../shared/traces/odoo/tags';
import type { ClassifiedOrder } from './orderTexts';

/** A classification to leave on its order. */
export interface LabelRecord {
	readonly order: ClassifiedOrder;
	readonly classification: Classification;
	/** What tells this text from any other; part of the note's identity. */
	readonly textHash: string;
	readonly writesNote: boolean;
	/** Null for no tag. */
	readonly tag: string | null;
}

/** What could not be written, by order id. */
export type RecordFailures = ReadonlyMap<number, OdooError>;

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

/** The text itself stays where it was: the note holds the label, how sure it is, and the words that speak for it. */
const noteHtml = ({
	label,
	confidence,
	source,
	evidence,
	reasons,
	abstained,
}: Classification): string => {
	const head =
		abstained || label === null
			? 'Text about this order needs a reader'
			: `Text about this order: ${label} (${percent(confidence)})`;
	const quotes = evidence
		.map(({ quote }) => `<li>“${escapeHtml(quote.slice(0, 200))}”</li>`)
		.join('');
	return [
		`<p>${escapeHtml(head)}</p>`,
		quotes === '' ? '' : `<ul>${quotes}</ul>`,
		`<p>${escapeHtml(`${reasons.map(({ message }) => message).join('. ')}. By ${source}.`)}</p>`,
	].join('');
};

const NOTE_PREFIX = 'classify_';

const noteKey = ({ order, classification, textHash }: LabelRecord): string =>
	`${NOTE_PREFIX}${order.id}_${textHash}_${(classification.label ?? 'review').replace(/[^A-Za-z0-9_-]/g, '-')}`;

/**
 * Leaves notes and tags, each once: the same label of the same text is noted a single time. Two calls for 200 notes,
 * two or three for each different tag.
 */
export const recordLabels = async (
	client: OdooClient,
	records: readonly LabelRecord[],
): Promise<RecordFailures> => {
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
): Promise<RecordFailures> => {
	if (records.length === 0) return new Map();
	const there = await findNotes(
		client,
		'sale.order',
		records.map(({ order }) => order.id),
		NOTE_PREFIX,
	);
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
	html: noteHtml(record.classification),
});

const writeTags = async (
	client: OdooClient,
	records: readonly LabelRecord[],
): Promise<RecordFailures> => {
	const names = [...new Set(records.flatMap(({ tag }) => tag ?? []))];
	const failures: [number, OdooError][] = [];
	for (const name of names) {
		const orders = records.filter(({ tag }) => tag === name).map(({ order }) => order);
		const tagId = await ensureTag(client, name).catch((error: unknown) =>
			error instanceof OdooError ? error : Promise.reject(error),
		);
		if (typeof tagId !== 'number') {
			failures.push(...orders.map(({ id }): [number, OdooError] => [id, tagId]));
			continue;
		}
		const lacking = orders.filter(({ tagIds }) => !tagIds.includes(tagId)).map(({ id }) => id);
		if (lacking.length > 0) failures.push(...(await addTag(client, lacking, tagId)).failed);
	}
	return new Map(failures);
};
