import { readOrders } from '../../../nodes/shared/odoo/readOrders';
import { readOrderGraph } from '../../../nodes/shared/odoo/orderGraph';
import { saleOrder } from '../../../nodes/shared/odoo/records/saleOrder';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';

it('reads the same orders in one call as the plain way does in four', async () => {
	const client = axiosClient(liveOdoo().user);
	const found = await client.search(saleOrder, ['id'], [], { limit: 60, order: 'id' });
	const ids = found.map(({ id }) => id);
	const byId = (orders: Awaited<ReturnType<typeof readOrders>>) =>
		[...orders].sort((a, b) => a.id - b.id);
	expect(ids.length).toBeGreaterThan(20);
	expect(byId(await readOrderGraph(client, [...ids, 99_999_999]))).toEqual(
		byId(await readOrders(client, ids)),
	);
});
