import { OdooExceptionRouter } from '../../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { makeOrders } from '../../OdooExceptionRouter/exceptionScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import type { Scene } from './scene';

const overLimit = {
	decision: 'onHold',
	reasons: [{ code: 'limit_exceeded', message: 'Over the limit', reaction: 'hold' }],
};

/** Two orders over their limit and one item of the first order again. */
export const exceptionFaults: Scene = {
	name: 'Exception Router',
	type: new OdooExceptionRouter(),
	parameters: { timeZone: 'Europe/Berlin' },
	async build() {
		const orders = await makeOrders(axiosClient(liveOdoo().admin), 2);
		const items = [...orders, ...orders.slice(0, 1)];
		return { items: items.map(({ id }) => ({ order: { id }, credit: overLimit })) };
	},
};
