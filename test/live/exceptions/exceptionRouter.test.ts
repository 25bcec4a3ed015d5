import type { IDataObject, INode } from 'n8n-workflow';

import { OdooExceptionRouter } from '../../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { axiosClient } from '../../support/axiosExchange';
import { runNode } from '../../support/engine';
import { activitiesOf, makeOrders, makeUser } from '../../support/exceptionScene';
import { liveOdoo } from '../../support/liveOdoo';

const live = liveOdoo();
const admin = axiosClient(live.admin);
const FINANCE = 1;

const overLimit = {
	decision: 'onHold',
	reasons: [
		{
			code: 'overLimit',
			message: 'Exposure 12,000.00 is above the limit 10,000.00',
			figures: { exposure: 12000, limit: 10000 },
		},
	],
};
const held = (order: { id: number }): IDataObject => ({
	order: { id: order.id },
	credit: overLimit,
});

const route = async (items: readonly IDataObject[], parameters: INode['parameters'] = {}) => {
	const { outputs, error } = await runNode({
		type: new OdooExceptionRouter(),
		parameters: { timeZone: 'Europe/Berlin', ...parameters },
		input: items.map((json) => ({ json })),
		credentials: { odooOrderToCashApi: live.credential },
	});
	if (error) throw error;
	return outputs.map((list) =>
		list.map(({ json }) => json as { exception: Record<string, unknown> } & IDataObject),
	);
};

const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

describe('a held order', () => {
	it('becomes one activity on the order with owner, deadline and the figures', async () => {
		const [order] = await makeOrders(admin, 1);
		if (!order) throw new Error('no order');
		const owner = await makeUser(admin);
		const outputs = await route([held(order)], { financeOwner: by('login', owner.login) });
		expect(outputs.map((items) => items.length)).toEqual([0, 1, 0, 0, 0]);
		const exception = outputs[FINANCE]?.[0]?.exception;
		expect(exception).toMatchObject({
			code: 'CREDIT_LIMIT',
			stage: 'credit',
			kind: 'business',
			category: 'blocked',
			severity: 'high',
			priority: 'P2',
			owner: { id: owner.id, role: 'Finance', fallback: null },
			episode: 1,
			isNew: true,
			timeZone: 'Europe/Berlin',
		});
		const [activity, ...more] = await activitiesOf(admin, [order.id]);
		expect(more).toEqual([]);
		expect(activity).toMatchObject({
			id: exception?.activityId,
			active: true,
			user_id: [owner.id, expect.any(String)],
			activity_type_id: [expect.any(Number), 'Exception'],
			summary: expect.stringMatching(
				new RegExp(`^P2 ${order.reference}: credit limit exceeded \\(Exception customer`),
			),
			date_deadline: String(exception?.deadline).slice(0, 10),
		});
		expect(activity?.note).toContain(
			'Exposure 12,000.00 is above the limit 10,000.00 (exposure 12000, limit 10000)',
		);
	});
});
