import { readOrders } from '../../nodes/shared/odoo/readOrders';
import { saleOrder } from '../../nodes/shared/odoo/records/saleOrder';
import { axiosClient } from '../support/axiosExchange';
import { inTurn, type BenchContext, type BenchReport } from './report';

/** Whole orders read in chunks, beside the same orders read one by one as an item loop would. */
export default async function bench({ odoo }: BenchContext): Promise<BenchReport> {
	const { user } = await odoo();
	const client = axiosClient(user);
	const ids = (await client.search(saleOrder, ['id'], [], { limit: 20 })).map(({ id }) => id);
	const oneByOne = async () => {
		for (const id of ids) await readOrders(client, [id]);
	};
	const { one, other } = await inTurn(5, async () => await readOrders(client, ids), oneByOne);
	return {
		name: 'Reading whole orders',
		setting: `${ids.length} orders with lines, debtors and article numbers; median of 5`,
		figures: [
			{
				what: 'in chunks',
				value: one,
				unit: 'ms',
				ratio: { to: 'one by one', value: one / other },
			},
			{ what: 'one by one', value: other, unit: 'ms' },
		],
	};
}
