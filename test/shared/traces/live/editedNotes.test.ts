import { z } from 'zod';

import { ensureNotes, findNotes, type Note } from '../../../../nodes/shared/traces/odoo/notes';
import type { OdooClient, OdooValues } from '../../../../nodes/shared/odoo/OdooClient';
import { exceptionScene } from '../../../OdooExceptionRouter/exceptionScene';
import { axiosClient } from '../../../support/axiosExchange';
import { liveOdoo } from '../../../support/liveOdoo';
import { makeOutsider, makePipelineUser } from '../../../support/scene/pipelineUser';
import { recordsOf } from '../../../support/scene/records';

jest.setTimeout(60_000);

const { user, admin } = liveOdoo();
const asAdmin = recordsOf(axiosClient(admin));
const pipeline = axiosClient(user);

const aNote = async (): Promise<{ note: Note; id: number }> => {
	const [order] = await exceptionScene(axiosClient(admin)).orders(1);
	const recordId = order?.id ?? 0;
	const note = { key: `edited_${recordId}`, model: 'sale.order', recordId, html: '<p>Decided</p>' };
	const { ids } = await ensureNotes(pipeline, [note]);
	return { note, id: ids.get(note.key) ?? 0 };
};
const colleague = async (): Promise<OdooClient> => {
	const { companies } = await pipeline.session();
	const made = await makePipelineUser(
		asAdmin,
		companies.map(({ id }) => id),
	);
	return axiosClient(made.user);
};
const change = async (client: OdooClient, id: number, values: OdooValues) =>
	await client.call('mail.message', 'write', { ids: [id], args: { vals: values } });
const read = async (id: number) => {
	const [row] = await asAdmin.find('mail.message', [['id', '=', id]], ['message_id', 'create_uid']);
	const created = z.tuple([z.number(), z.string()]).parse(row?.create_uid);
	return { messageId: row?.message_id, maker: created[0] };
};

/** What a node may rest on: of a message only its maker, and where it lies. */
describe('a note of the pipeline', () => {
	it.each(['base.group_portal', 'base.group_user'])('cannot be changed by %s', async (group) => {
		const { id } = await aNote();
		const outsider = axiosClient(await makeOutsider(asAdmin, group));
		await expect(change(outsider, id, { message_id: '<x@y>' })).rejects.toMatchObject({
			kind: 'accessDenied',
		});
	});

	it('may be given another identity by whoever may write on the order, never another maker', async () => {
		const { note, id } = await aNote();
		const { uid } = await pipeline.session();
		const other = await colleague();
		await change(other, id, { message_id: '<x@y>', create_uid: (await other.session()).uid });
		expect(await read(id)).toEqual({ messageId: '<x@y>', maker: uid });
		await expect(change(other, id, { res_id: 1 })).rejects.toMatchObject({ kind: 'accessDenied' });

		const { ids, failed } = await ensureNotes(pipeline, [note]);
		expect(failed.size).toBe(0);
		expect(ids.get(note.key)).not.toBe(id);
		const search = { model: note.model, recordIds: [note.recordId], keyPrefix: 'edited_' };
		expect(await findNotes(pipeline, search)).toEqual([{ key: note.key, recordId: note.recordId }]);
	});

	it('counts for another user only when the credential names its maker', async () => {
		const { note } = await aNote();
		const { user: address } = await makePipelineUser(
			asAdmin,
			(await pipeline.session()).companies.map(({ id }) => id),
		);
		const search = { model: note.model, recordIds: [note.recordId], keyPrefix: 'edited_' };
		expect(await findNotes(axiosClient(address), search)).toEqual([]);
		const naming = axiosClient(address, { pipelineUsers: ['o2c'] });
		expect(await findNotes(naming, search)).toHaveLength(1);
	});
});
