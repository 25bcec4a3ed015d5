import { z } from 'zod';

import { openActivities } from '../../../../nodes/shared/traces/odoo/activities';
import { exceptionScene } from '../../../OdooExceptionRouter/exceptionScene';
import { axiosClient } from '../../../support/axiosExchange';
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
	const activities = [fresh, followed].map(({ id: recordId }) => ({
		key: `follow_${recordId}`,
		model: 'sale.order',
		modelId: 'sale.model_sale_order',
		recordId,
		type: 'mail.mail_activity_data_warning',
		summary: 'Look at it',
		noteHtml: '<p>Look</p>',
		dueDate: '2026-12-01',
		ownerId: owner.id,
	}));
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
