import { chunksOf, SEARCH_SIZE } from '../../odoo/batches';
import type { OdooLeaf } from '../../odoo/domain';
import type { OdooClient } from '../../odoo/OdooClient';
import { activity, message } from '../../odoo/records/party';

/** A record in Odoo that people open. */
export interface Document {
	/** As `sale.order`. */
	readonly model: string;
	readonly recordId: number;
}

/** A record that a user of the pipeline made. */
interface OwnRecord extends Document {
	/** Null for what is no message. */
	readonly messageId: string | null;
}

/** Odoo keeps who made a record and lets nobody say or change it; a message's author anybody may choose. */
export const madeByPipeline = async (client: OdooClient): Promise<OdooLeaf> => {
	const users = await client.pipelineUsers();
	return ['create_uid', 'in', users.map(({ id }) => id)];
};

type Search = (client: OdooClient, ids: readonly number[]) => Promise<[number, OwnRecord][]>;

const inFew = async <Row>(
	ids: readonly number[],
	search: (chunk: readonly number[]) => Promise<Row[]>,
): Promise<Row[]> => {
	const rows: Row[] = [];
	for (const chunk of chunksOf(ids, SEARCH_SIZE)) rows.push(...(await search(chunk)));
	return rows;
};

export const ownMessages: Search = async (client, ids) => {
	const ours = await madeByPipeline(client);
	const fields = ['id', 'message_id', 'model', 'res_id'] as const;
	const found = await inFew(
		ids,
		async (some) => await client.search(message, fields, [['id', 'in', some], ours]),
	);
	return found.map(({ id, message_id: messageId, model, res_id: recordId }) => [
		id,
		{ model: model ?? '', recordId, messageId },
	]);
};

export const ownActivities: Search = async (client, ids) => {
	const ours = await madeByPipeline(client);
	const fields = ['id', 'res_model', 'res_id'] as const;
	const found = await inFew(
		ids,
		async (some) =>
			await client.search(activity, fields, [['id', 'in', some], ours], {
				context: { active_test: false },
			}),
	);
	return found.map(({ id, res_model: model, res_id: recordId }) => [
		id,
		{ model, recordId, messageId: null },
	]);
};
