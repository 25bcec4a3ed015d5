import { z } from 'zod';

import { OdooClient } from '../../../../nodes/shared/odoo/OdooClient';
import { openActivities } from '../../../../nodes/shared/traces/odoo/activities';
import { ensureNotes } from '../../../../nodes/shared/traces/odoo/notes';
import { addTag, ensureTag } from '../../../../nodes/shared/traces/odoo/tags';
import { exceptionScene } from '../../../OdooExceptionRouter/exceptionScene';
import { axiosClient, axiosTransport } from '../../../support/axiosExchange';
import { realHost } from '../../../support/hosts';
import { liveOdoo } from '../../../support/liveOdoo';
import { recordsOf } from '../../../support/scene/records';

jest.setTimeout(60_000);

const { user, admin } = liveOdoo();
const asAdmin = recordsOf(axiosClient(admin));
const scene = exceptionScene(axiosClient(admin));

const partnerOf = async (userId: number): Promise<number> => {
	const [row] = await asAdmin.find('res.users', [['id', '=', userId]], ['partner_id']);
	return z.tuple([z.number(), z.string()]).parse(row?.partner_id)[0];
};
const followers = async (orderId: number): Promise<unknown> => {
	const [row] = await asAdmin.find('sale.order', [['id', '=', orderId]], ['message_partner_ids']);
	return row?.message_partner_ids;
};

const activityOn = (recordId: number, ownerId: number, key = 'follow') => ({
	key: `${key}_${recordId}`,
	model: 'sale.order',
	modelId: 'sale.model_sale_order',
	recordId,
	type: 'mail.mail_activity_data_warning',
	summary: 'Look at it',
	noteHtml: '<p>Look</p>',
	dueDate: '2026-12-01',
	ownerId,
});

it('the owner of an activity follows its order afterwards when he did before, and only then', async () => {
	const owner = await scene.user({ email: 'owner@example.com' });
	const partner = await partnerOf(owner.id);
	const [fresh, followed] = await scene.orders(2);
	if (!fresh || !followed) throw new Error('no orders');
	await asAdmin.call('sale.order', 'message_subscribe', {
		ids: [followed.id],
		args: { partner_ids: [partner] },
	});
	const before = [await followers(fresh.id), await followers(followed.id)];
	const activities = [fresh, followed].map(({ id }) => activityOn(id, owner.id));
	for (let run = 0; run < 2; run++) {
		const { ids, failed } = await openActivities(axiosClient(user), activities, {
			notifiesOwners: true,
		});
		expect([ids.size, failed.size]).toEqual([2, 0]);
	}
	expect([await followers(fresh.id), await followers(followed.id)]).toEqual(before);
	expect(before[1]).toContain(partner);
	expect(before[0]).not.toContain(partner);
});

it('the owner of an activity after which the run died is told nothing, and is taken off by the next', async () => {
	const owner = await scene.user({ email: 'left@example.com' });
	const partner = await partnerOf(owner.id);
	const [order] = await scene.orders(1);
	if (!order) throw new Error('no order');
	const before = await followers(order.id);
	const line = axiosTransport(user);
	const dying = new OdooClient(
		{
			...line,
			version: async () => await line.version(),
			userId: async () => await line.userId(),
			call: async (model, method, call) =>
				method === 'message_unsubscribe'
					? await Promise.reject(new Error('the process ended'))
					: await line.call(model, method, call),
		},
		{ host: realHost },
	);
	await expect(
		openActivities(dying, [activityOn(order.id, owner.id)], { notifiesOwners: true }),
	).rejects.toThrow('the process ended');
	expect(await followers(order.id)).toContain(partner);

	const said = z.union([z.number(), z.tuple([z.number()]).transform(([id]) => id)]).parse(
		await asAdmin.call('sale.order', 'message_post', {
			ids: [order.id],
			args: { body: 'Dear customer', message_type: 'comment', subtype_xmlid: 'mail.mt_comment' },
		}),
	);
	const [message] = await asAdmin.find(
		'mail.message',
		[['id', '=', said]],
		['notified_partner_ids'],
	);
	expect(message?.notified_partner_ids).not.toContain(partner);

	await openActivities(axiosClient(user), [activityOn(order.id, owner.id, 'next')], {
		notifiesOwners: true,
	});
	expect(await followers(order.id)).toEqual(before);
});

it('a note and a tag make nobody a follower', async () => {
	const [order] = await scene.orders(1);
	if (!order) throw new Error('no order');
	const before = await followers(order.id);
	const client = axiosClient(user);
	const note = {
		key: `silent_${order.id}`,
		model: 'sale.order',
		recordId: order.id,
		html: '<p>x</p>',
	};
	const { failed } = await ensureNotes(client, [note]);
	const tagged = await addTag(client, [order.id], await ensureTag(client, 'Silent'));
	expect([failed.size, tagged.done]).toEqual([0, [order.id]]);
	expect(await followers(order.id)).toEqual(before);
});
