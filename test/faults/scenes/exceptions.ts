import { z } from 'zod';

import { OdooExceptionRouter } from '../../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { exceptionScene } from '../../OdooExceptionRouter/exceptionScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { claimed } from './claims';
import type { Scene } from './scene';

const overLimit = {
	decision: 'onHold',
	reasons: [{ code: 'limit_exceeded', message: 'Over the limit', reaction: 'hold' }],
};

const raised = z.object({ exception: z.object({ activityId: z.number().nullable() }) });

/** Two orders over their limit that nobody follows, and one item of the first order again. */
export const exceptionFaults: Scene = {
	name: 'Exception Router',
	type: new OdooExceptionRouter(),
	parameters: { timeZone: 'Europe/Berlin' },
	async build() {
		const scene = exceptionScene(axiosClient(liveOdoo().admin));
		const orders = await scene.orders(2);
		await scene.followedByNobody(orders);
		const items = [...orders, ...orders.slice(0, 1)];
		return { items: items.map(({ id }) => ({ order: { id }, credit: overLimit })) };
	},
	falseClaims: (run, held) =>
		claimed(run, raised).flatMap(({ orderId, claim }) => {
			const { activityId } = claim.exception;
			const activity = held.row('mail.activity', activityId ?? 0);
			return activity?.res_id === orderId ? [] : [`order ${orderId} claims activity ${activityId}`];
		}),
};
